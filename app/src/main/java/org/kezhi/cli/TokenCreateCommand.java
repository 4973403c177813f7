package org.kezhi.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Gives a program a key of its own.
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = {
      "Creates a bearer token for the API, limited to its scopes and to the rights of its user.",
      "为 API 创建访问令牌，权限不超过其范围和所属用户。"
    })
final class TokenCreateCommand implements Callable<Integer> {

  private final Servers servers;
  private final Terminal terminal;

  @Mixin private final Shared shared = new Shared();

  @Option(
      names = "--user",
      required = true,
      paramLabel = "NAME",
      description = "Whose token it is. 令牌所属用户。")
  private String user = "";

  @Option(
      names = "--scope",
      required = true,
      paramLabel = "SCOPE",
      split = ",",
      arity = "1..*",
      description = {
        "What it may do, such as customer:read, customer:write, import, value.run, or * for all.",
        "允许的范围，如 customer:read、import、value.run，或 * 表示全部。"
      })
  private List<String> scopes = List.of();

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "What it is for (default: command line). 用途说明。")
  private String name = "command line";

  TokenCreateCommand(Servers servers, Terminal terminal) {
    this.servers = servers;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (var server = servers.open(shared.as)) {
      var path = "/api/accounts/" + Server.encode(user).replace("+", "%20") + "/tokens";
      var made = server.post(path, Map.of("name", name, "scopes", scopes));
      if (shared.json) {
        terminal.json(made);
      } else {
        terminal.say(made.path("secret").asString());
        terminal.note("Send it as \"Authorization: Bearer …\"; it is shown only now. 令牌只显示这一次。");
      }
    }
    return Commands.DONE;
  }
}
