package org.kezhi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.kezhi.testing.TestDatabase;

class OuterDatabaseTests {

  @Test
  void takesAddressesAsOthersWriteThem() {
    var owner = new DatabaseSettings.Role(null, "owner", "b");
    var settings = new DatabaseSettings("postgres://db.example:5432/crm", "app", "a", owner);

    var database = settings.outer().orElseThrow();

    assertThat(database.app())
        .isEqualTo(new Login("jdbc:postgresql://db.example:5432/crm", "app", "a"));
    assertThat(database.owner())
        .isEqualTo(new Login("jdbc:postgresql://db.example:5432/crm", "owner", "b"));
  }

  @Test
  void saysThatNobodyAnswers() {
    var login = new Login("jdbc:postgresql://127.0.0.1:1/crm", "app", "a");

    assertThatThrownBy(() -> new OuterDatabase(login, login).check())
        .isInstanceOf(StartProblem.class)
        .hasMessageStartingWith("无法连接数据库 jdbc:postgresql://127.0.0.1:1/crm")
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void saysThatTheDatabaseIsMissing() {
    var url = TestDatabase.create("").replaceAll("/[^/]*$", "/kezhi_nowhere");
    var login = TestDatabase.login(url, Login::new);

    assertThatThrownBy(() -> new OuterDatabase(login, login).check())
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void refusesDatabaseThatKnowsNoChineseLetters() {
    var url = TestDatabase.create("locale_provider libc locale 'C'");
    var login = TestDatabase.login(url, Login::new);

    assertThatThrownBy(() -> new OuterDatabase(login, login).check())
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("ctype C");
  }

  @Test
  void refusesDatabaseOfAnotherEncoding() {
    var url = TestDatabase.create("locale_provider libc locale 'C' encoding 'LATIN1'");
    var login = TestDatabase.login(url, Login::new);

    assertThatThrownBy(() -> new OuterDatabase(login, login).check())
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("LATIN1");
  }

  @Test
  void refusesDataOfNewerProgram() throws Exception {
    var login = TestDatabase.login(TestDatabase.create(""), Login::new);
    var flyway =
        Flyway.configure()
            .dataSource(login.url(), login.user(), login.password())
            .locations("classpath:db/migration")
            .load();
    flyway.migrate();
    try (var connection = login.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into flyway_schema_history
          values (9999, '209901010000', 'future', 'SQL', 'x.sql', 1, 'someone', now(), 1, true)
          """);
    }

    assertThatThrownBy(() -> new Migration(new OuterDatabase(login, login)).migrate(flyway))
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("209901010000")
        .hasMessageContaining("newer Kezhi");
  }
}
