package org.kezhi.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.APP_USER;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Whoever may change a field that points to colleagues chooses among all who are active, by name;
/// what stays as it was is never refused.
@AppTest
class ColleagueTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;
  private Api seller;
  private UUID colleague;

  @BeforeEach
  void build() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    var role = people.role();
    people.allow(role, "customer", "all");
    people.allow(role, "activity", "all");
    var user = people.user(null);
    people.give(user, role);
    seller = people.api(user, "*");
    colleague = people.user(null);
    name(colleague, "周洋", true);
  }

  @Test
  void acceptsWhatIsSentBackUnchanged() {
    var customer = seller.create("/api/customers", owned("西湖", colleague));
    name(colleague, "周洋", false);

    var path = "/api/customers/" + customer;
    assertThat(seller.patch(path, 1, owned("西湖茶业", colleague)).status()).isEqualTo(200);
    assertThat(seller.get(path).body().at("/owner/title").stringValue()).isEqualTo("周洋");
    assertThat(seller.create("/api/customers", owned("x", seller.user()))).isNotEmpty();
    assertThat(seller.post("/api/customers", owned("y", colleague)).errors())
        .isEqualTo("owner:notFound");
  }

  @Test
  void acceptsAReferenceToWhatIsNotSeen() {
    var customer = admin.create("/api/customers", "{\"name\":\"西湖\"}");
    var other = admin.create("/api/customers", "{\"name\":\"other\"}");
    var activity =
        admin.create(
            "/api/activities",
            "{\"kind\":\"call\",\"subject\":\"x\",\"duration\":5,\"customer\":\"%s\"}"
                .formatted(customer));
    var role = people.role();
    people.allow(role, "activity", "all");
    var user = people.user(null);
    people.give(user, role);
    db.execute("update activity set owner_id = {0}", DSL.val(user));
    var limited = people.api(user, "*");
    var path = "/api/activities/" + activity;
    var version = limited.get(path).body().get("version").longValue();

    var body = "{\"subject\":\"y\",\"customer\":\"%s\"}";
    assertThat(limited.patch(path, version, body.formatted(other)).errors())
        .isEqualTo("customer:notFound");
    assertThat(limited.patch(path, version, body.formatted(customer)).status()).isEqualTo(200);
  }

  @Test
  void offersActiveColleaguesByNameAndNothingElse() {
    var gone = people.user(null);
    name(gone, "周一", false);
    db.update(APP_USER)
        .set(APP_USER.EMAIL, "zhou@tea.example")
        .where(APP_USER.ID.eq(colleague))
        .execute();

    assertThat(seller.get("/api/users").status()).isEqualTo(404);
    var offered = seller.get("/api/users/options?q=%E5%91%A8");
    assertThat(offered.column("title")).isEqualTo("周洋");
    assertThat(offered.body().toString()).doesNotContain("zhou@");
    assertThat(seller.get("/api/users/options?q=zhou@tea").column("id")).isEmpty();
    assertThat(people.api(people.user(null), "*").get("/api/users/options").status())
        .isEqualTo(404);
  }

  @Test
  void givesRecordsToColleaguesInFormsAndInBulk() {
    var customer = seller.create("/api/customers", "{\"name\":\"西湖\"}");
    var path = "/api/customers/" + customer;
    assertThat(seller.patch(path, 1, owned("西湖", colleague)).status()).isEqualTo(200);
    assertThat(seller.patch(path, 2, owned("西湖", UUID.randomUUID())).errors())
        .isEqualTo("owner:notFound");

    var edit =
        "{\"object\":\"customer\",\"action\":\"edit\",\"ids\":[\"%s\"],\"changes\":{\"owner\":\"%s\"}}";
    assertThat(
            seller
                .post("/api/bulk-runs/preview", edit.formatted(customer, seller.user()))
                .body()
                .get("changed")
                .intValue())
        .isEqualTo(1);
    var paste =
        "{\"object\":\"customer\",\"action\":\"paste\",\"ids\":[\"%s\"],\"block\":{\"fields\":[\"owner\"],\"cells\":[[\"%s\"]]}}";
    name(seller.user(), "陈晓", true);
    assertThat(
            seller
                .post("/api/bulk-runs/preview", paste.formatted(customer, "陈晓"))
                .body()
                .get("changed")
                .intValue())
        .isEqualTo(1);
    assertThat(
            seller
                .post("/api/bulk-runs/preview", paste.formatted(customer, "周洋"))
                .body()
                .get("same")
                .intValue())
        .isEqualTo(1);
  }

  private void name(UUID user, String name, boolean active) {
    db.update(APP_USER)
        .set(APP_USER.DISPLAY_NAME, name)
        .set(APP_USER.ACTIVE, active)
        .where(APP_USER.ID.eq(user))
        .execute();
  }

  private static String owned(String name, UUID owner) {
    return "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(name, owner);
  }
}
