package org.kezhi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Gives every context a database of its own, because each does the background work it finds in its
/// database; every test finds in it what the migrations put there and nothing else.
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext>, BeforeEachCallback {

  private static final String DATABASE = "kezhi.test.database";

  private static volatile String current = "";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var server = TestServer.get();
    var name = server.newDatabase();
    TestPropertyValues.of(
            "kezhi.data=" + temporaryFolder(),
            DATABASE + "=" + name,
            "kezhi.database.url=" + server.url(name),
            "kezhi.database.user=kezhi_app",
            "kezhi.database.password=" + TestServer.secret(),
            "kezhi.database.owner.user=kezhi_owner",
            "kezhi.database.owner.password=" + TestServer.secret())
        .applyTo(context);
  }

  /// The address of another database, bare, with qualities such as a locale.
  public static String create(String qualities) {
    return TestServer.get().url(TestServer.get().newDatabase(qualities));
  }

  /// Runs a statement that only the owner of the tables may run, in the database of the test at
  /// work.
  public static void asOwner(String sql) throws SQLException {
    try (var connection = TestServer.get().connectAsOwner(current);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// How the owner of all these databases logs in: address, user, password.
  public static <T> T login(String url, Login<T> login) {
    return login.with(url, "kezhi_owner", TestServer.secret());
  }

  /// Takes the words of a log-in.
  @FunctionalInterface
  public interface Login<T> {
    T with(String url, String user, String password);
  }

  private static String temporaryFolder() {
    try {
      return Files.createTempDirectory("kezhi-test").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) throws SQLException {
    var environment = SpringExtension.getApplicationContext(context).getEnvironment();
    current = environment.getRequiredProperty(DATABASE);
    try (var connection = TestServer.get().connectAsOwner(current)) {
      new Rows(connection).reset();
    }
  }
}
