package org.kezhi.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Adds somebody who can log in at once.
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {"Adds a user who can log in at once.", "添加一个可立即登录的用户。"})
final class UserAddCommand implements Callable<Integer> {

  private final Servers servers;
  private final Terminal terminal;

  @Mixin private final Shared shared = new Shared();

  @Parameters(paramLabel = "NAME", description = "The name to log in with. 登录名。")
  private String name = "";

  @Option(
      names = "--display-name",
      paramLabel = "TEXT",
      description = "The name that others see (default: the log-in name). 显示名称。")
  private @Nullable String displayName;

  @Option(
      names = "--role",
      paramLabel = "CODE",
      split = ",",
      description = "Codes of the user's roles, such as sales or manager. 角色代码。")
  private List<String> roles = List.of();

  @Option(
      names = "--password-stdin",
      description = {
        "Read the password from the first line of standard input; without this a random one is made and printed.",
        "从标准输入的第一行读取密码；不加此项则生成随机密码并显示。"
      })
  private boolean passwordFromInput;

  UserAddCommand(Servers servers, Terminal terminal) {
    this.servers = servers;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    var account = new HashMap<String, Object>();
    account.put("userName", name);
    account.put("roles", roles);
    if (displayName != null) {
      account.put("displayName", displayName);
    }
    if (passwordFromInput) {
      account.put("password", password());
    }
    try (var server = servers.open(shared.as)) {
      var made = server.post("/api/accounts", account);
      if (shared.json) {
        terminal.json(made);
      } else {
        terminal.say("User name 用户名: " + made.path("userName").asString());
        if (made.path("password").isString()) {
          terminal.say("Password 密码: " + made.path("password").asString());
          terminal.note("The password is shown only now. 密码只显示这一次。");
        }
      }
    }
    return Commands.DONE;
  }

  private static String password() throws IOException {
    var line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    if (line == null || line.isEmpty()) {
      throw new CannotDo("There is no password on standard input. 标准输入中没有密码。");
    }
    return line;
  }
}
