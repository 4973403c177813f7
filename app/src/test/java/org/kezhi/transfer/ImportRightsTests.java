package org.kezhi.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CONTACT;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.ROLE_OBJECT;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@AppTest
class ImportRightsTests {

  private static final String LINES =
      """
      order,date,customer,sku,quantity,price
      S1,2026-01-02,K1,P1,2,3
      """;

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;
  private UUID branch;
  private UUID role;
  private UUID user;
  private Uploads mine;

  @BeforeEach
  void build() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    var head = people.unit("总部", null);
    branch = people.unit("浙江", head);
    customer("NEAR", branch);
    customer("FAR", people.unit("广东", head));
    role = people.role();
    user = people.user(branch);
    people.give(user, role);
    mine = new Uploads(people.api(user, "*"));
  }

  @AfterEach
  void rest() {
    new Uploads(admin).rest();
  }

  @Test
  void fillsOnlyFieldsThatTheUserMayWrite() {
    people.allow(role, "customer", "all");
    people.limit(role, "customer", "phone", "hidden");
    people.limit(role, "customer", "source", "readOnly");
    var draft = mine.send("customer", "code,name,phone,source\nA,One,13812345678,展会\n");

    assertThat(draft.body().get("fields").findValuesAsString("name"))
        .contains("code", "email")
        .doesNotContain("phone", "source");
    assertThat(errors(draft, "{\"mapping\":{\"name\":\"name\",\"phone\":\"phone\"}}"))
        .isEqualTo("phone:unknownField");
    assertThat(errors(draft, "{\"mapping\":{\"name\":\"name\",\"source\":\"source\"}}"))
        .isEqualTo("source:unknownField");
    assertThat(errors(draft, "{\"mapping\":{\"name\":\"name\"},\"matchField\":\"phone\"}"))
        .isEqualTo("phone:notMapped");
    assertThat(db.fetchExists(CUSTOMER, CUSTOMER.CODE.eq("A"))).isFalse();

    mine.run("customer", "code,name,phone,source\nA,One,13812345678,展会\n", "{}");

    assertThat(db.fetchSingle(CUSTOMER, CUSTOMER.CODE.eq("A")))
        .returns(null, row -> row.getPhone())
        .returns(null, row -> row.getSource());
  }

  @Test
  void changesOnlyRowsWithinReach() {
    people.allow(role, "customer", "subtree");
    var done =
        mine.run(
            "customer",
            "code,name,city\nNEAR,NEAR,Hangzhou\nFAR,FAR,Hangzhou\nNEW,NEW,Hangzhou\n",
            "{\"policy\":\"update\"}");

    assertThat(Uploads.counts(done))
        .isEqualTo("3 read, 1 created, 1 updated, 0 skipped, 1 bad, done");
    assertThat(bad(done)).contains("FAR,FAR,Hangzhou,3,You may not change this record");
    assertThat(db.fetchValue(CUSTOMER.CITY, CUSTOMER.CODE.eq("FAR"))).isNull();
    assertThat(db.fetchSingle(CUSTOMER, CUSTOMER.CODE.eq("NEW")))
        .returns(user, row -> row.getOwnerId())
        .returns(branch, row -> row.getUnitId());
  }

  @Test
  void createsNothingWithoutTheRight() {
    db.insertInto(ROLE_OBJECT)
        .values(role, "customer", "all", false, "all", "none", true, false)
        .execute();
    var done =
        mine.run(
            "customer", "code,name,city\nFAR,FAR,Foshan\nNEW,NEW,\n", "{\"policy\":\"update\"}");

    assertThat(Uploads.counts(done))
        .isEqualTo("2 read, 0 created, 1 updated, 0 skipped, 1 bad, done");
    assertThat(bad(done)).contains("NEW,NEW,,3,You may not create this");
  }

  @Test
  void makesMissingRecordsOnlyWithTheRight() {
    people.allow(role, "order", "subtree");
    people.allow(role, "orderLine", "subtree");
    people.allow(role, "customer", "subtree", "none");
    people.allow(role, "product", "all");
    people.limit(role, "product", "name", "readOnly");
    var draft = mine.send("orderLine", LINES);

    assertThat(draft.body().get("creatable").size()).isZero();
    for (var object : List.of("customer", "product", "user")) {
      assertThat(errors(draft, "{\"createMissing\":[\"%s\"]}".formatted(object)))
          .isEqualTo("createMissing:notAChoice");
    }
    assertThat(db.fetchCount(SALES_ORDER)).isZero();
  }

  @Test
  void refersOnlyToRecordsWithinReach() {
    people.allow(role, "customer", "subtree");
    people.allow(role, "contact", "subtree");
    var done = mine.run(mine.send("contact", "name,customer\nNear,NEAR\nFar,FAR\n"));

    assertThat(Uploads.counts(done))
        .isEqualTo("2 read, 1 created, 0 updated, 0 skipped, 1 bad, done");
    assertThat(bad(done)).contains("Far,FAR,3,Customer: The record referred to cannot be found");
    assertThat(db.fetchCount(CONTACT)).isEqualTo(1);
  }

  @Test
  void replacesOnlyOrdersThatTheUserMayThrowAway() {
    new Uploads(admin).run("orderLine", LINES, "{\"createMissing\":[\"customer\",\"product\"]}");
    var before = db.selectFrom(ORDER_LINE).fetch().formatCSV();
    people.allow(role, "order", "subtree");
    people.allow(role, "orderLine", "subtree");
    people.allow(role, "product", "all");
    var again = "order,date,sku,quantity,price\nS1,2026-02-02,P1,1,1\n";

    assertThat(bad(mine.run("orderLine", again, "{\"policy\":\"update\"}")))
        .contains("S1,2026-02-02,P1,1,1,2,Order: You may not change this record");

    db.update(SALES_ORDER).set(SALES_ORDER.UNIT_ID, branch).execute();
    db.update(ROLE_OBJECT)
        .set(ROLE_OBJECT.DELETE_SCOPE, "none")
        .where(ROLE_OBJECT.OBJECT.eq("orderLine"))
        .and(ROLE_OBJECT.ROLE_ID.eq(role))
        .execute();
    var other = new Uploads(people.api(copyOf(role), "*"));

    assertThat(bad(other.run("orderLine", again, "{\"policy\":\"update\"}")))
        .contains("Order: You may not change this record");
    assertThat(db.selectFrom(ORDER_LINE).fetch().formatCSV()).isEqualTo(before);
  }

  @Test
  void letsATokenForImportsImportAndNothingElse() {
    for (var object : List.of("customer", "order", "orderLine", "product")) {
      people.allow(role, object, "subtree");
    }
    var api = people.api(user, "import");
    var done =
        new Uploads(api).run("orderLine", LINES, "{\"createMissing\":[\"customer\",\"product\"]}");

    assertThat(Uploads.counts(done))
        .isEqualTo("1 read, 1 created, 0 updated, 0 skipped, 0 bad, done");
    assertThat(api.get("/api/customers").status()).isEqualTo(404);
    assertThat(api.post("/api/customers", "{\"name\":\"x\"}").status()).isEqualTo(404);
    assertThat(new Uploads(api).send("contact", "name\nx\n").status()).isEqualTo(403);
    assertThat(new Uploads(people.api(admin.user(), "import")).send("user", "x\n").status())
        .isEqualTo(403);
    assertThat(new Uploads(people.api(user, "customer:write")).send("customer", "x\n").status())
        .isEqualTo(403);
  }

  @Test
  void leavesDraftsToTheirOwners() {
    people.allow(role, "customer", "all");
    people.permit(role, "admin.jobs");
    var theirs = new Uploads(admin);
    var draft = theirs.send("customer", "code,name\nA,One\n");
    var path = "/api/imports/" + draft.id();

    assertThat(mine.api().get(path).status()).isEqualTo(200);
    assertThat(mine.choose(draft, "{\"policy\":\"update\"}").status()).isEqualTo(403);
    assertThat(mine.api().post(path + "/trial", "{}").status()).isEqualTo(403);
    assertThat(mine.api().post(path + "/run", "{}").status()).isEqualTo(403);
    theirs.run(draft);

    assertThat(mine.undo(draft.id()).get("state").stringValue()).isEqualTo("undone");
    var other = "/api/imports/" + theirs.send("customer", "code,name\nB,Two\n").id();
    assertThat(mine.api().put(other + "/cancellation", null).status()).isEqualTo(200);
    assertThat(admin.get(other).status()).isEqualTo(404);
  }

  /// A user in the same place and role whose rights nobody has asked for yet.
  private UUID copyOf(UUID sameRole) {
    var copy = people.user(branch);
    people.give(copy, sameRole);
    return copy;
  }

  private void customer(String code, UUID unit) {
    admin.create(
        "/api/customers",
        "{\"code\":\"%1$s\",\"name\":\"%1$s\",\"unit\":\"%2$s\"}".formatted(code, unit));
  }

  private String bad(JsonNode run) {
    return new Uploads(admin).badRows(run.get("id").stringValue());
  }

  private String errors(Uploads.Sent draft, String settings) {
    mine.choose(draft, settings);
    return mine.api().post("/api/imports/" + draft.id() + "/run", "{}").errors();
  }
}
