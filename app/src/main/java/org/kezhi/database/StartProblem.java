package org.kezhi.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Why Kezhi cannot start, in one sentence and two languages.
public final class StartProblem extends RuntimeException {

  public StartProblem(String chinese, String english, @Nullable Throwable cause) {
    super(chinese + " / " + english, cause);
  }

  private static StartProblem of(String chinese, String english) {
    return new StartProblem(chinese, english, null);
  }

  static StartProblem folderInUse(Path folder, String holder) {
    return of(
        "数据文件夹 %s 正被另一个客至使用（进程 %s）；请先停止它，或用 KEZHI_DATA 另选一个文件夹。".formatted(folder, holder),
        "The data folder %s is in use by another Kezhi (process %s); stop that one, or choose another folder with KEZHI_DATA."
            .formatted(folder, holder));
  }

  static StartProblem of(IOException problem, Path folder) {
    return noRoom(problem) ? diskFull(problem) : folderNotWritable(folder, problem);
  }

  private static boolean noRoom(Throwable problem) {
    return reason(problem).contains("No space left on device");
  }

  static StartProblem folderNotWritable(Path folder, Throwable cause) {
    return new StartProblem(
        "数据文件夹 %s 无法写入（%s）。".formatted(folder, reason(cause)),
        "The data folder %s cannot be written (%s).".formatted(folder, reason(cause)),
        cause);
  }

  /// The disk under the data folder has no room left.
  public static StartProblem diskFull(Throwable cause) {
    return new StartProblem(
        "磁盘已满，客至无法启动；请腾出空间后再启动。",
        "The disk is full, so Kezhi cannot start; free some space and start again.",
        cause);
  }

  static StartProblem wrongSystem(String system) {
    return of(
        "自带的 PostgreSQL 只能在 Linux x86-64 上运行，而这里是 %s；请用 KEZHI_DATABASE_URL 指定您自己的 PostgreSQL。"
            .formatted(system),
        "The built-in PostgreSQL runs on Linux x86-64 and this is %s; name your own PostgreSQL in KEZHI_DATABASE_URL."
            .formatted(system));
  }

  static StartProblem onlyRoot(Path folder) {
    return of(
        "PostgreSQL 不能以 root 身份运行，而这里无法以其他身份写入 %s；请用普通用户启动客至，或用 KEZHI_DATA 另选文件夹。"
            .formatted(folder),
        "PostgreSQL does not run as root, and nobody else can write to %s here; start Kezhi as an ordinary user, or choose another folder with KEZHI_DATA."
            .formatted(folder));
  }

  static StartProblem serverFailed(String what, Path log) {
    if (what.contains("No space left on device")) {
      return diskFull(new IOException(what));
    }
    return of(
        "自带的 PostgreSQL 启动失败（%s）；详情见 %s。".formatted(what, log),
        "The built-in PostgreSQL did not start (%s); see %s.".formatted(what, log));
  }

  static StartProblem otherMajorVersion(Path folder, String found, String wanted) {
    return of(
        "数据文件夹 %s 属于 PostgreSQL %s，而此版本的客至自带 PostgreSQL %s；请用写入它的客至版本打开，先备份再升级。"
            .formatted(folder, found, wanted),
        "The data folder %s belongs to PostgreSQL %s, but this Kezhi brings PostgreSQL %s; open it with the Kezhi that wrote it and move the data with a backup."
            .formatted(folder, found, wanted));
  }

  static StartProblem newerSchema(String version) {
    return of(
        "数据由更新版本的客至写入（数据结构 %s）；请使用该版本或更新的版本。".formatted(version),
        "The data was written by a newer Kezhi (schema %s); use that version or a later one."
            .formatted(version));
  }

  static StartProblem oldServer(int oldest, String found) {
    return of(
        "数据库是 PostgreSQL %s，客至需要 %d 或更新的版本。".formatted(found, oldest),
        "The database is PostgreSQL %s; Kezhi needs %d or later.".formatted(found, oldest));
  }

  static StartProblem notUnicode(String encoding) {
    return of(
        "数据库的编码是 %s，客至需要 UTF8。".formatted(encoding),
        "The database has the encoding %s; Kezhi needs UTF8.".formatted(encoding));
  }

  static StartProblem knowsNoLetters() {
    return of(
        "数据库的字符分类（ctype）是 C，无法识别中文；请以 C.UTF-8 或其他 UTF-8 区域新建数据库。",
        "The database has ctype C and does not know Chinese letters; create it with C.UTF-8 or another UTF-8 locale.");
  }

  /// Tells what an error of the database means to the person who starts Kezhi.
  static StartProblem of(SQLException problem, Login login) {
    var state = Objects.requireNonNullElse(problem.getSQLState(), "");
    if (state.equals("53100")) {
      return diskFull(problem);
    }
    if (state.startsWith("28")) {
      return new StartProblem(
          "数据库 %s 不接受用户 %s 的密码。".formatted(login.url(), login.user()),
          "The database %s refuses the user %s or the password."
              .formatted(login.url(), login.user()),
          problem);
    }
    if (state.equals("3D000")) {
      return new StartProblem(
          "数据库 %s 不存在；请先创建。".formatted(login.url()),
          "The database %s does not exist; create it first.".formatted(login.url()),
          problem);
    }
    return new StartProblem(
        "无法连接数据库 %s（%s）。".formatted(login.url(), reason(problem)),
        "The database %s cannot be reached (%s).".formatted(login.url(), reason(problem)),
        problem);
  }

  private static String reason(Throwable problem) {
    var text = Objects.requireNonNullElse(problem.getMessage(), problem.getClass().getSimpleName());
    return text.lines().findFirst().orElse("").strip();
  }
}
