package org.kezhi.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Reads a command and carries it out.
public final class Commands {

  /// The program goes on after the command has returned.
  public static final int RUNNING = -1;

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USE = 2;
  static final int FOUND_SOMETHING = 3;

  /// What Java makes of a character that the locale does not know.
  private static final char UNREADABLE = '\ufffd';

  private static final String EXIT_CODES =
      """

      Exit codes: 0 done; 1 failed; 2 wrong use of the command; 3 done, but something was found
      that needs a look (bad rows, a check that does not hold).
      退出码：0 完成；1 失败；2 用法错误；3 已完成，但有需要查看的问题（错误行、未通过的检查）。\
      """;

  private Commands() {}

  /// Returns the exit code, or [#RUNNING].
  public static int run(String[] arguments, Launcher launcher) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    if (Arrays.stream(arguments).anyMatch(argument -> argument.indexOf(UNREADABLE) >= 0)) {
      err.println("The arguments cannot be read in this locale; set LC_ALL=C.UTF-8.");
      return WRONG_USE;
    }
    var terminal = new Terminal(out, err);
    var servers = new Servers(RunningProgram.dataFolder(), launcher, terminal);
    return with(terminal, servers).execute(arguments);
  }

  static CommandLine with(Terminal terminal, Servers servers) {
    var commands =
        new CommandLine(new Root())
            .addSubcommand(new StartCommand(servers))
            .addSubcommand(
                group("user", "Manages who may log in. 管理可登录的用户。")
                    .addSubcommand(new UserAddCommand(servers, terminal)))
            .addSubcommand(
                group("token", "Manages the keys of programs. 管理程序的访问令牌。")
                    .addSubcommand(new TokenCreateCommand(servers, terminal)))
            .addSubcommand(new ImportCommand(servers, terminal))
            .addSubcommand(
                group("value", "What customers are worth. 客户价值。")
                    .addSubcommand(new ValueRunCommand(servers, terminal))
                    .addSubcommand(new ValueReportCommand(servers, terminal)))
            .addSubcommand(
                group("model", "Models of the literature. 文献中的模型。")
                    .addSubcommand(new ModelFitCommand(terminal)))
            .addSubcommand(new CheckCommand(servers, terminal))
            .addSubcommand(new CommandLine.HelpCommand());
    commands.setUsageHelpWidth(100);
    tellVersion(commands);
    commands.setOut(terminal.out());
    commands.setErr(terminal.err());
    commands.setExecutionExceptionHandler((failure, _, _) -> fail(failure, terminal));
    return commands;
  }

  private static void tellVersion(CommandLine command) {
    command.getCommandSpec().versionProvider(new Version());
    command.getSubcommands().values().forEach(Commands::tellVersion);
  }

  private static CommandLine group(String name, String purpose) {
    var group = new CommandLine(new Group());
    group.setCommandName(name);
    group.getCommandSpec().usageMessage().description(purpose);
    return group;
  }

  private static int fail(Exception failure, Terminal terminal) throws Exception {
    if (failure instanceof CannotDo reason) {
      terminal.note(reason.getMessage());
      return FAILED;
    }
    throw failure;
  }

  /// Lists its commands when it is named without one.
  @Command(mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
  private static final class Group implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  /// Without a command, Kezhi starts.
  @Command(
      name = "kezhi",
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "[COMMAND]",
      description = {
        "Kezhi 客至, customer relationship management. Without a command it starts.",
        "客至 CRM；不带命令即启动。"
      },
      footer = EXIT_CODES)
  private static final class Root implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
