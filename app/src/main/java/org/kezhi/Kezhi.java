package org.kezhi;

import org.kezhi.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts Kezhi, or carries out one command of its command line.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Kezhi {

  public static void main(String[] args) {
    if (args.length == 0) {
      start();
      return;
    }
    var code = Commands.run(args, Kezhi::start);
    if (code != Commands.RUNNING) {
      System.exit(code);
    }
  }

  private static ConfigurableApplicationContext start(String... settings) {
    return SpringApplication.run(Kezhi.class, settings);
  }
}
