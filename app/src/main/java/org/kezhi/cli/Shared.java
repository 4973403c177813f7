package org.kezhi.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every command that speaks to the program.
final class Shared {

  @Option(
      names = "--json",
      description = {"Print JSON for programs.", "以 JSON 输出，供程序读取。"})
  boolean json;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = {
        "Act as this user, with this user's rights (default: the administrator who has been there longest).",
        "以该用户的身份和权限执行（默认：最早的管理员）。"
      })
  @Nullable String as;
}
