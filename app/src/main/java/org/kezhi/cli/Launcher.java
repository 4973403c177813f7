package org.kezhi.cli;

import org.springframework.context.ConfigurableApplicationContext;

/// Starts the program in this process.
@FunctionalInterface
public interface Launcher {

  /// @param arguments settings such as `--server.port=0`
  ConfigurableApplicationContext start(String... arguments);
}
