package org.kezhi.testing;

import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.ROLE;
import static org.kezhi.db.Tables.ROLE_FIELD;
import static org.kezhi.db.Tables.ROLE_OBJECT;
import static org.kezhi.db.Tables.ROLE_PERMISSION;
import static org.kezhi.db.Tables.UNIT;
import static org.kezhi.db.Tables.USER_ROLE;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kezhi.access.CreateToken;
import org.kezhi.access.Tokens;
import org.kezhi.platform.Ids;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Makes colleagues with roles, and lets each of them use the API.
public final class People {

  private final DSLContext db;
  private final Tokens tokens;
  private final RestTestClient client;

  public People(DSLContext db, Tokens tokens, RestTestClient client) {
    this.db = db;
    this.tokens = tokens;
    this.client = client;
  }

  public Api administrator() {
    return inRole("administrator");
  }

  /// A new user in one of the roles that every installation has.
  public Api inRole(String code) {
    var user = user(null);
    give(user, db.select(ROLE.ID).from(ROLE).where(ROLE.CODE.eq(code)).fetchSingle(ROLE.ID));
    return api(user, "*");
  }

  public UUID unit(String name, UUID parent) {
    var id = Ids.next();
    db.insertInto(UNIT, UNIT.ID, UNIT.CODE, UNIT.NAME, UNIT.PARENT_ID)
        .values(id, name, name, parent)
        .execute();
    return id;
  }

  public UUID user(UUID unit) {
    var id = Ids.next();
    db.insertInto(
            APP_USER, APP_USER.ID, APP_USER.USER_NAME, APP_USER.DISPLAY_NAME, APP_USER.UNIT_ID)
        .values(id, "u" + id, "陈晓 " + id, unit)
        .execute();
    return id;
  }

  public UUID role() {
    var id = Ids.next();
    db.insertInto(ROLE, ROLE.ID, ROLE.CODE, ROLE.NAME).values(id, "r" + id, "r").execute();
    return id;
  }

  /// Lets a role do everything with a kind of record, as far as the scope reaches.
  public void allow(UUID role, String object, String scope) {
    allow(role, object, scope, scope);
  }

  public void allow(UUID role, String object, String read, String write) {
    var writes = !"none".equals(write);
    db.insertInto(ROLE_OBJECT)
        .values(role, object, read, writes, write, write, writes, true)
        .execute();
  }

  public void permit(UUID role, String permission) {
    db.insertInto(ROLE_PERMISSION).values(role, permission).execute();
  }

  public void limit(UUID role, String object, String field, String access) {
    db.insertInto(ROLE_FIELD).values(role, object, field, access).execute();
  }

  public void give(UUID user, UUID role) {
    db.insertInto(USER_ROLE).values(user, role).execute();
  }

  public Api api(UUID user, String... scopes) {
    var token = tokens.create(user, new CreateToken("test", List.of(scopes), null));
    return new Api(client, user, token.secret());
  }
}
