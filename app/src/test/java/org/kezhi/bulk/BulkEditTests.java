package org.kezhi.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.AUDIT_ENTRY;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.CompanyData;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@AppTest
class BulkEditTests {

  private static final String IN_HANGZHOU = "{\"field\":\"city\",\"op\":\"eq\",\"value\":\"杭州\"}";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;
  private Bulk bulk;

  @BeforeEach
  void begin() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    bulk = new Bulk(admin);
  }

  @Test
  void changesAllThatAFilterLeaves() {
    customer("西湖龙井", "杭州", "茶叶");
    customer("灵隐素斋", "杭州", "餐饮");
    customer("Lantern Works", "上海", "餐饮");
    var order = Bulk.all("customer", IN_HANGZHOU, "{\"industry\":\"餐饮\",\"headCount\":12}");

    var preview = bulk.preview(order);
    var untouched = admin.get("/api/customers?sort=name&columns=industry").column("industry");
    var run = bulk.run(order);

    assertThat(Bulk.counts(preview)).isEqualTo("2 2 0 0 0");
    assertThat(preview.body().at("/examples/0/from/industry").stringValue()).isIn("茶叶", "餐饮");
    assertThat(preview.body().at("/examples/0/to/headCount").intValue()).isEqualTo(12);
    assertThat(untouched).contains("茶叶");
    assertThat(Bulk.outcome(run))
        .isEqualTo("done 2 changed 0 same 0 refused 0 gone 0 failed 0 undone 0 kept");
    assertThat(admin.list("/api/customers", IN_HANGZHOU, "&columns=headCount").column("headCount"))
        .isEqualTo("12,12");
    assertThat(db.fetchCount(CUSTOMER, CUSTOMER.HEAD_COUNT.eq(12))).isEqualTo(2);
  }

  @Test
  void leavesWhatIsSoAlready() {
    var one = customer("one", "杭州", "茶叶");
    var two = customer("two", "杭州", "餐饮");

    var run = bulk.run(Bulk.some("customer", List.of(one, two), "{\"industry\":\"餐饮\"}"));

    assertThat(Bulk.outcome(run)).startsWith("done 1 changed 1 same");
    assertThat(version(one)).isEqualTo(2);
    assertThat(version(two)).isEqualTo(1);
  }

  @Test
  void writesTheJournalTheCopiesAndTheSearch() {
    var id = customer("灵隐素斋", "杭州", "餐饮");

    var run = bulk.run(Bulk.some("customer", List.of(id), "{\"name\":\"净慈素斋\",\"region\":\"浙江\"}"));

    var entry =
        db.selectFrom(AUDIT_ENTRY)
            .where(AUDIT_ENTRY.RECORD_ID.eq(UUID.fromString(id)))
            .and(AUDIT_ENTRY.ACTION.eq("update"))
            .fetchSingle();
    assertThat(entry.getActor()).isEqualTo(admin.user());
    assertThat(entry.getRun()).hasToString(run.get("id").stringValue());
    assertThat(entry.getChanges().data()).contains("净慈素斋", "浙江");
    assertThat(
            db.fetchValue(
                CUSTOMER_VALUE.REGION, CUSTOMER_VALUE.CUSTOMER_ID.eq(UUID.fromString(id))))
        .isEqualTo("浙江");
    assertThat(admin.get("/api/search?q=jcsz").column("title")).isEqualTo("净慈素斋");
    assertThat(admin.get("/api/search?q=lingyin").column("title")).isEmpty();
  }

  @Test
  void clearsWithNothing() {
    var id = customer("one", "杭州", "茶叶");

    bulk.run(Bulk.some("customer", List.of(id), "{\"industry\":null,\"city\":\"\"}"));

    var read = admin.get("/api/customers/" + id).body();
    assertThat(read.path("industry").isNull() || read.path("industry").isMissingNode()).isTrue();
    assertThat(read.path("city").isNull() || read.path("city").isMissingNode()).isTrue();
  }

  @Test
  void refusesWhatASingleEditWouldRefuse() {
    var one = customer("one", "杭州", "茶叶");
    var two = customer("two", "杭州", "茶叶");
    var order =
        Bulk.some(
            "customer",
            List.of(one, two),
            """
            {"name":"","code":"same","status":"unknown","headCount":"x","createdAt":"2026-01-01",
             "nothing":1,"owner":"%s"}
            """
                .formatted(UUID.randomUUID()));

    var preview = bulk.preview(order);
    var started = admin.post("/api/bulk-runs", order);

    assertThat(preview.status()).isEqualTo(400);
    assertThat(preview.errors())
        .contains(
            "name:required",
            "status:notAChoice",
            "headCount:notANumber",
            "createdAt:readOnly",
            "nothing:unknownField",
            "owner:notFound");
    assertThat(started.status()).isEqualTo(400);
    assertThat(admin.get("/api/jobs").column("kind")).isEmpty();
    assertThat(bulk.preview(Bulk.some("customer", List.of(one, two), "{\"code\":\"S\"}")).errors())
        .isEqualTo("code:taken");
    assertThat(bulk.preview(Bulk.some("customer", List.of(one), "{\"code\":\"S\"}")).status())
        .isEqualTo(200);
  }

  @Test
  void changesOnlyWhatThePersonMayChange() {
    var role = people.role();
    people.allow(role, "customer", "all", "own");
    people.limit(role, "customer", "industry", "readOnly");
    var user = people.user(null);
    people.give(user, role);
    var limited = new Bulk(people.api(user, "*"));
    var mine = owned("mine", user);
    var others = owned("others", admin.user());
    var gone = UUID.randomUUID().toString();
    var order = Bulk.some("customer", List.of(mine, others, gone), "{\"city\":\"杭州\"}");

    var preview = limited.preview(order);
    var run = limited.run(order);
    var failures = limited.failures(run);

    assertThat(Bulk.counts(preview)).isEqualTo("3 1 0 1 1");
    assertThat(Bulk.outcome(run)).startsWith("done 1 changed 0 same 1 refused 1 gone");
    assertThat(admin.get("/api/customers?sort=name&columns=city").column("city")).isEqualTo("杭州,-");
    assertThat(failures.column("outcome").split(",")).containsExactlyInAnyOrder("refused", "gone");
    assertThat(failures.column("title").split(",")).containsExactlyInAnyOrder("others", "-");
    assertThat(
            limited.preview(Bulk.some("customer", List.of(mine), "{\"industry\":\"x\"}")).errors())
        .isEqualTo("industry:readOnly");
    assertThat(limited.preview(Bulk.deletion("product", List.of(gone))).status()).isEqualTo(404);
  }

  @Test
  void keepsTheRulesOfTheModule() {
    var data = new CompanyData(db);
    var order = data.order(data.customer("K"), "2026-05-01T00:00:00Z");
    var line = data.line(order, "3", "3");
    db.update(ORDER_LINE).set(ORDER_LINE.LINE_NO, 2).execute();
    var other = data.line(order, "4", "4");

    bulk.run(
        Bulk.some(
            "orderLine",
            List.of(line.toString(), other.toString()),
            "{\"unitPrice\":\"10\",\"discount\":\"0.1\"}"));

    assertThat(db.fetchValue(ORDER_LINE.AMOUNT, ORDER_LINE.ID.eq(line))).isEqualByComparingTo("27");
    assertThat(db.fetchValue(ORDER_LINE.AMOUNT, ORDER_LINE.ID.eq(other)))
        .isEqualByComparingTo("36");
    assertThat(db.fetchValue(SALES_ORDER.AMOUNT, SALES_ORDER.ID.eq(order)))
        .isEqualByComparingTo("63");
  }

  @Test
  void tellsWhichRecordWouldCloseACircle() {
    var top = admin.create("/api/customers", "{\"name\":\"top\"}");
    var below =
        admin.create("/api/customers", "{\"name\":\"below\",\"parent\":\"%s\"}".formatted(top));
    var free = admin.create("/api/customers", "{\"name\":\"free\"}");

    var run =
        bulk.run(
            Bulk.some(
                "customer", List.of(top, free, below), "{\"parent\":\"%s\"}".formatted(below)));

    assertThat(Bulk.outcome(run)).startsWith("done 1 changed 0 same 0 refused 0 gone 2 failed");
    assertThat(bulk.failures(run).column("title").split(","))
        .containsExactlyInAnyOrder("top", "below");
    assertThat(bulk.failures(run).column("reason"))
        .contains("Part of: Nothing can stand above itself");
    assertThat(version(free)).isEqualTo(2);
  }

  @Test
  void deletesWithAllThatFollows() {
    var id = customer("one", "杭州", "茶叶");
    admin.create("/api/contacts", "{\"name\":\"陈梅\",\"customer\":\"%s\"}".formatted(id));
    var order = Bulk.deletion("customer", List.of(id));

    var preview = bulk.preview(order);
    var run = bulk.run(order);

    assertThat(preview.body().at("/following/0/object").stringValue()).isEqualTo("contact");
    assertThat(preview.body().at("/following/0/count").intValue()).isOne();
    assertThat(Bulk.outcome(run)).startsWith("done 1 changed");
    assertThat(admin.get("/api/contacts").column("name")).isEmpty();
    assertThat(Bulk.outcome(bulk.undo(run))).contains("1 undone 0 kept");
    assertThat(admin.get("/api/contacts").column("name")).isEqualTo("陈梅");
    assertThat(admin.get("/api/customers").column("name")).isEqualTo("one");
    assertThat(admin.get("/api/search?q=陈梅").column("title")).isEqualTo("陈梅");
  }

  @Test
  void refusesOrdersThatSayNothing() {
    assertThat(bulk.preview("{\"object\":\"customer\",\"action\":\"edit\"}").errors())
        .isEqualTo("ids:required changes:required");
    assertThat(bulk.preview("{\"object\":\"customer\",\"action\":\"burn\"}").status())
        .isEqualTo(400);
    assertThat(
            admin
                .post("/api/bulk-runs", Bulk.all("customer", IN_HANGZHOU, "{\"city\":\"x\"}"))
                .slug())
        .isEqualTo("bulk-nothing-chosen");
  }

  private String customer(String name, String city, String industry) {
    return admin.create(
        "/api/customers",
        "{\"name\":\"%s\",\"city\":\"%s\",\"industry\":\"%s\"}".formatted(name, city, industry));
  }

  private String owned(String name, UUID owner) {
    return admin.create(
        "/api/customers", "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(name, owner));
  }

  private long version(String id) {
    return db.fetchValue(CUSTOMER.VERSION, CUSTOMER.ID.eq(UUID.fromString(id)));
  }
}
