package org.kezhi.access;

import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.ROLE;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the administrator of a new installation, with a password that is shown only once.
@Component
public class FirstAdministrator {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY23456789";
  private static final int LENGTH = 16;

  private final DSLContext db;
  private final Users users;

  FirstAdministrator(DSLContext db, Users users) {
    this.db = db;
    this.users = users;
  }

  /// The new administrator, or nothing where there are users already.
  @Transactional
  public Optional<Credentials> create() {
    db.execute("lock table app_user in share row exclusive mode");
    if (db.fetchExists(APP_USER)) {
      return Optional.empty();
    }
    var code =
        db.select(ROLE.CODE).from(ROLE).where(ROLE.ADMINISTRATOR).limit(1).fetchSingle(ROLE.CODE);
    var password = password();
    users.add("admin", "Administrator", password, List.of(code));
    return Optional.of(new Credentials("admin", password));
  }

  /// Sixteen letters and digits that nobody mistakes for each other.
  static String password() {
    return new SecureRandom()
        .ints(LENGTH, 0, LETTERS.length())
        .mapToObj(LETTERS::charAt)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }

  /// A user name and its password in clear.
  public record Credentials(String userName, String password) {}
}
