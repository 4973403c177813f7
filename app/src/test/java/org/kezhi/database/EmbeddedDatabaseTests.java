package org.kezhi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {

  @TempDir static Path path;

  @BeforeAll
  static void createData() throws Exception {
    try (var folder = DataFolder.open(path);
        var database = EmbeddedDatabase.start(folder)) {
      run(database.owner(), "create table note (text text)");
    }
  }

  @Test
  void keepsDataBetweenStarts() throws Exception {
    try (var folder = DataFolder.open(path);
        var database = EmbeddedDatabase.start(folder)) {
      run(database.owner(), "insert into note values ('kept')");
    }

    try (var folder = DataFolder.open(path);
        var database = EmbeddedDatabase.start(folder)) {
      assertThat(notes(database)).contains("kept");
    }
    assertThat(LeftBehind.on(data()).processes()).isEmpty();
  }

  @Test
  void losesNothingByDesign() throws Exception {
    try (var folder = DataFolder.open(path);
        var database = EmbeddedDatabase.start(folder)) {
      assertThat(
              strings(
                  database.app(),
                  """
                  select name || '=' || setting from pg_settings where name in ('fsync',
                    'synchronous_commit', 'full_page_writes', 'data_checksums', 'server_encoding',
                    'listen_addresses', 'jit') order by name
                  """))
          .containsExactly(
              "data_checksums=on",
              "fsync=on",
              "full_page_writes=on",
              "jit=off",
              "listen_addresses=127.0.0.1",
              "server_encoding=UTF8",
              "synchronous_commit=on");
      assertThat(strings(database.app(), "select rolname from pg_roles where rolsuper"))
          .containsExactly("postgres");
      new OuterDatabase(database.owner(), database.app()).check();
    }
  }

  @Test
  void keepsPasswordsForItsOwnerOnly() throws Exception {
    assertThat(Files.getPosixFilePermissions(path.resolve("postgres/server/passwords")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    try (var folder = DataFolder.open(path);
        var database = EmbeddedDatabase.start(folder)) {
      var guess = new Login(database.app().url(), "kezhi_app", "guess");

      assertThatThrownBy(() -> new OuterDatabase(guess, guess).check())
          .isInstanceOf(StartProblem.class)
          .hasMessageContaining("不接受用户 kezhi_app 的密码")
          .hasMessageContaining("refuses the user kezhi_app or the password");
    }
  }

  @Test
  void letsOnlyOneProgramIntoTheDataFolder() throws Exception {
    try (var program = KilledProgram.thatWrites(path, "first")) {
      assertThat(program).isNotNull();
      assertThatThrownBy(() -> DataFolder.open(path))
          .isInstanceOf(StartProblem.class)
          .hasMessageContaining("正被另一个客至使用")
          .hasMessageContaining("is in use by another Kezhi");
    }
  }

  @Test
  void takesOverTheServerOfKilledProgram() throws Exception {
    KilledProgram.thatWrites(path, "acknowledged").close();
    assertThat(LeftBehind.on(data()).hasServer(data())).isTrue();

    try (var folder = DataFolder.open(path);
        var database = EmbeddedDatabase.start(folder)) {
      assertThat(notes(database)).contains("acknowledged");
    }
  }

  @Test
  void recoversWhenProgramAndServerWereKilled() throws Exception {
    KilledProgram.thatWrites(path, "survives").close();
    LeftBehind.on(data()).kill();

    try (var folder = DataFolder.open(path);
        var database = EmbeddedDatabase.start(folder)) {
      assertThat(notes(database)).contains("survives");
    }
  }

  @Test
  void takesNobodyForServerWhoHasItsNumber() throws Exception {
    Files.writeString(
        data().resolve("postmaster.pid"),
        ProcessHandle.current().pid() + "\n" + data() + "\n1\n1\n\n127.0.0.1\n\nready\n");

    try (var folder = DataFolder.open(path);
        var database = EmbeddedDatabase.start(folder)) {
      assertThat(strings(database.app(), "select 'alive'")).containsExactly("alive");
    }
  }

  @Test
  void startsAgainWhenServerDies() throws Exception {
    try (var folder = DataFolder.open(path);
        var database = EmbeddedDatabase.start(folder)) {
      run(database.owner(), "insert into note values ('before')");
      LeftBehind.on(data()).kill();

      var deadline = Instant.now().plus(Duration.ofSeconds(30));
      while (!answers(database) && Instant.now().isBefore(deadline)) {
        Thread.onSpinWait();
      }

      assertThat(notes(database)).contains("before");
    }
  }

  private static boolean answers(Database database) {
    try (var connection = database.app().connect()) {
      return connection.isValid(1);
    } catch (SQLException _) {
      return false;
    }
  }

  private static Path data() throws Exception {
    return path.toRealPath().resolve("postgres/server/data");
  }

  private static List<String> notes(Database database) throws SQLException {
    return strings(database.owner(), "select text from note");
  }

  private static List<String> strings(Login login, String query) throws SQLException {
    var strings = new ArrayList<String>();
    try (var connection = login.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
    }
    return strings;
  }

  private static void run(Login login, String sql) throws SQLException {
    try (var connection = login.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
