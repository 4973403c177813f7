package org.kezhi.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/// Finds the program that a command speaks to: the one that runs, or one that is started for this
/// command alone, answers nobody but this machine, and is stopped afterwards.
final class Servers {

  private static final String[] FOR_ONE_COMMAND = {
    "--server.port=0", "--server.address=127.0.0.1", "--kezhi.quiet=true"
  };

  private final Path dataFolder;
  private final Launcher launcher;
  private final Terminal terminal;

  Servers(Path dataFolder, Launcher launcher, Terminal terminal) {
    this.dataFolder = dataFolder;
    this.launcher = launcher;
    this.terminal = terminal;
  }

  Server open(@Nullable String actAs) {
    var running = RunningProgram.find(dataFolder);
    if (running.isPresent()) {
      return new Server(running.get(), actAs, null);
    }
    terminal.note("Kezhi is not running; starting it for this command … 客至未运行，正在为此命令启动……");
    var context = start();
    return new Server(
        RunningProgram.find(dataFolder)
            .orElseThrow(() -> new CannotDo("Kezhi started, but does not tell where it is.")),
        actAs,
        context);
  }

  ConfigurableApplicationContext start(String... settings) {
    return launcher.start(settings);
  }

  private ConfigurableApplicationContext start() {
    try {
      return launcher.start(FOR_ONE_COMMAND);
    } catch (RuntimeException failure) {
      throw new CannotDo("The command was not carried out. 命令未执行。");
    }
  }
}
