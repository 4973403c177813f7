package org.kezhi.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.RECORD_FOLLOW;

import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.kezhi.transfer.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

@AppTest
class FollowTests {

  private static final String FOLLOWED = "{\"field\":\"@followed\",\"op\":\"eq\",\"value\":%s}";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private UUID role;
  private Api follower;
  private Api writer;

  @BeforeEach
  void build() {
    people = new People(db, tokens, client);
    role = people.role();
    people.allow(role, "customer", "all");
    people.allow(role, "activity", "all");
    follower = worker();
    writer = people.administrator();
  }

  @Test
  void tellsFollowersWhatOthersChange() {
    var tea = customer("西湖茶业", null);
    follow(follower, tea);
    follow(writer, tea);

    writer.patch("/api/customers/" + tea, 1, "{\"city\":\"杭州\",\"phone\":\"13800000000\"}");

    assertThat(told(follower)).containsPattern("陈晓 \\S+ changed City, Phone|changed Phone, City");
    assertThat(told(writer)).isEmpty();
    var record = follower.get("/api/notifications").body().at("/items/0/record/title");
    assertThat(record.stringValue()).isEqualTo("西湖茶业");
  }

  @Test
  void namesOnlyFieldsThatTheFollowerMaySee() {
    people.limit(role, "customer", "phone", "hidden");
    people.limit(role, "customer", "email", "hidden");
    var tea = customer("西湖茶业", null);
    follow(follower, tea);

    writer.patch("/api/customers/" + tea, 1, "{\"email\":\"a@b.cn\"}");
    writer.patch("/api/customers/" + tea, 2, "{\"city\":\"杭州\",\"phone\":\"13800000000\"}");

    assertThat(told(follower)).endsWith("changed City").doesNotContain("Phone", "mail");
  }

  @Test
  void tellsWhoBecomesTheOwner() {
    var owner = follower.user();
    var made = customer("Silk Road", owner);
    var given = customer("Old Bridge", null);

    writer.patch("/api/customers/" + given, 1, "{\"owner\":\"" + owner + "\"}");
    writer.patch("/api/customers/" + given, 2, "{\"city\":\"苏州\"}");
    follower.patch("/api/customers/" + made, 1, "{\"city\":\"我自己改的\"}");

    assertThat(follower.get("/api/notifications").column("kind")).isEqualTo("changed,owned,owned");
    assertThat(follower.get("/api/notifications?topic=mention").column("text"))
        .contains("You are responsible for this now");
  }

  @Test
  void tellsOfDeletionAndReturnAndOfWhatIsAdded() {
    var tea = customer("西湖茶业", null);
    follow(follower, tea);

    writer.create(
        "/api/activities",
        "{\"kind\":\"call\",\"subject\":\"secret\",\"customer\":\"%s\"}".formatted(tea));
    writer.delete("/api/customers/" + tea, 1);
    writer.put("/api/customers/" + tea + "/restoration", null);

    assertThat(follower.get("/api/notifications").column("kind"))
        .isEqualTo("restored,deleted,added");
    assertThat(told(follower)).doesNotContain("secret");
  }

  @Test
  void tellsOnceOfAnImportHoweverManyRecordsItWrites() {
    for (var name : new String[] {"甲", "乙", "丙"}) {
      follow(follower, customer(name, null));
    }
    var settings =
        "{\"mapping\":{\"name\":\"name\",\"city\":\"city\"},\"matchField\":\"name\",\"policy\":\"update\"}";
    var run = new Uploads(writer).run("customer", "name,city\n甲,杭州\n乙,杭州\n丙,杭州\n", settings);

    assertThat(Uploads.counts(run))
        .isEqualTo("3 read, 0 created, 3 updated, 0 skipped, 0 bad, done");
    assertThat(follower.get("/api/notifications").column("kind")).isEqualTo("bulk");
    assertThat(told(follower)).contains("many records at once: Customers");
  }

  @Test
  void filtersListsByTheStar() {
    var tea = customer("西湖茶业", null);
    customer("Silk Road", null);
    follow(follower, tea);

    assertThat(follower.list("/api/customers", FOLLOWED.formatted(true), "").column("name"))
        .isEqualTo("西湖茶业");
    assertThat(follower.list("/api/customers", FOLLOWED.formatted(false), "").column("name"))
        .isEqualTo("Silk Road");
    assertThat(writer.list("/api/customers", FOLLOWED.formatted(true), "").column("name"))
        .isEmpty();
    assertThat(writer.list("/api/customers", FOLLOWED.formatted("\"x\""), "").status())
        .isEqualTo(400);
    assertThat(
            writer
                .list("/api/customers", "{\"field\":\"@x\",\"op\":\"eq\",\"value\":true}", "")
                .errors())
        .isEqualTo("@x:unknownField");
    assertThat(follower.get("/api/follows?object=customer").body().get("items").size())
        .isEqualTo(1);
  }

  @Test
  void takesTheStarAwayAgain() {
    var tea = customer("西湖茶业", null);
    follow(follower, tea);

    var star = "/api/follows/customer/" + tea;
    assertThat(writer.get(star).body().get("following").booleanValue()).isFalse();
    assertThat(writer.get(star).body().at("/items/0/id").stringValue())
        .isEqualTo(follower.user().toString());
    assertThat(follower.send(HttpMethod.DELETE, star, null, null).status()).isEqualTo(204);
    writer.patch("/api/customers/" + tea, 1, "{\"city\":\"杭州\"}");

    assertThat(told(follower)).isEmpty();
    assertThat(db.fetchCount(RECORD_FOLLOW)).isZero();
  }

  @Test
  void followsNothingThatOneMayNotSee() {
    var outside = people.api(people.user(null), "*");
    var tea = customer("西湖茶业", null);

    assertThat(outside.put("/api/follows/customer/" + tea, null).status()).isEqualTo(404);
    assertThat(outside.get("/api/follows/customer/" + tea).status()).isEqualTo(404);
    assertThat(db.fetchCount(RECORD_FOLLOW)).isZero();
  }

  private String customer(String name, UUID owner) {
    var body = "{\"name\":\"%s\",\"kind\":\"company\"%s}";
    var owned = owner == null ? "" : ",\"owner\":\"" + owner + "\"";
    return writer.create("/api/customers", body.formatted(name, owned));
  }

  private static void follow(Api somebody, String customer) {
    assertThat(somebody.put("/api/follows/customer/" + customer, null).status()).isEqualTo(204);
  }

  private static String told(Api somebody) {
    return somebody.get("/api/notifications").column("text");
  }

  private Api worker() {
    var user = people.user(null);
    people.give(user, role);
    return people.api(user, "*");
  }
}
