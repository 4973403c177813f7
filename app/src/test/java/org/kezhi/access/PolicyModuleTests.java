package org.kezhi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.CUSTOMER;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.platform.Problem;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@AppTest
class PolicyModuleTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Users users;
  @Autowired Viewers viewers;

  private People people;
  private Api admin;
  private UUID country;
  private UUID province;
  private UUID city;
  private UUID elsewhere;

  @BeforeEach
  void build() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    country = people.unit("集团", null);
    province = people.unit("浙江", country);
    city = people.unit("杭州", province);
    elsewhere = people.unit("广东", country);
    customer("country", country);
    customer("province", province);
    customer("city", city);
    customer("elsewhere", elsewhere);
    admin.create("/api/customers", "{\"name\":\"nowhere\"}");
  }

  @Test
  void showsWhatTheScopeReaches() {
    assertThat(seen("all", province)).isEqualTo("city,country,elsewhere,nowhere,province");
    assertThat(seen("subtree", province)).isEqualTo("city,province");
    assertThat(seen("unit", province)).isEqualTo("province");
    assertThat(seen("own", province)).isEmpty();
  }

  @Test
  void showsOwnRecordsWhereverTheyAre() {
    var user = worker("own", province);
    customer("mine", elsewhere, user.user());

    assertThat(user.get("/api/customers?sort=name&columns=name").column("name")).isEqualTo("mine");
  }

  @Test
  void letsChildrenFollowTheirCustomer() {
    var mine = id("city");
    var foreign = id("elsewhere");
    admin.create("/api/contacts", "{\"name\":\"近\",\"customer\":\"" + mine + "\"}");
    admin.create("/api/contacts", "{\"name\":\"远\",\"customer\":\"" + foreign + "\"}");
    var role = people.role();
    people.allow(role, "customer", "subtree");
    people.allow(role, "contact", "subtree");
    var user = people.user(province);
    people.give(user, role);
    var api = people.api(user, "*");

    assertThat(api.get("/api/contacts").column("name")).isEqualTo("近");
    assertThat(
            api.post("/api/contacts", "{\"name\":\"x\",\"customer\":\"" + foreign + "\"}").errors())
        .isEqualTo("customer:notFound");
    assertThat(api.get("/api/customers/" + foreign + "/timeline").status()).isEqualTo(404);
    assertThat(api.get("/api/customers/" + foreign + "/related").status()).isEqualTo(404);
  }

  @Test
  void writesNothingBeforeItIsAllowed() {
    var reader = reader();
    var before = db.fetch(CUSTOMER).formatCSV();

    assertThat(reader.patch("/api/customers/" + id("city"), 1, "{\"city\":\"x\"}").status())
        .isEqualTo(403);
    assertThat(reader.delete("/api/customers/" + id("city"), 1).status()).isEqualTo(403);
    assertThat(reader.post("/api/customers", "{\"name\":\"x\"}").status()).isEqualTo(403);
    assertThat(reader.patch("/api/customers/" + id("elsewhere"), 1, "{\"city\":\"x\"}").status())
        .isEqualTo(404);
    assertThat(db.fetch(CUSTOMER).formatCSV()).isEqualTo(before);
  }

  @Test
  void hidesAFieldEverywhere() {
    admin.patch("/api/customers/" + id("city"), 1, "{\"phone\":\"13812345678\",\"source\":\"展会\"}");
    var role = people.role();
    people.allow(role, "customer", "all");
    people.limit(role, "customer", "phone", "hidden");
    people.limit(role, "customer", "source", "readOnly");
    var user = people.user(province);
    people.give(user, role);
    var api = people.api(user, "*");

    assertThat(api.get("/api/customers/" + id("city")).body().has("phone")).isFalse();
    assertThat(api.get("/api/customers?columns=phone").slug()).isEqualTo("invalid-columns");
    assertThat(api.get("/api/customers?sort=phone").slug()).isEqualTo("invalid-sort");
    assertThat(api.list("/api/customers", "{\"field\":\"phone\",\"op\":\"notEmpty\"}", "").slug())
        .isEqualTo("invalid-filter");
    assertThat(api.get("/api/customers?q=13812345678").column("name")).isEmpty();
    assertThat(api.get("/api/customers?q=5678").column("name")).isEmpty();
    var customers =
        api.get("/api/meta")
            .body()
            .get("objects")
            .valueStream()
            .filter(object -> "customer".equals(object.get("name").stringValue()))
            .findFirst()
            .orElseThrow();
    assertThat(customers.get("fields").findValuesAsString("name"))
        .contains("email")
        .doesNotContain("phone");
    assertThat(api.patch("/api/customers/" + id("city"), 2, "{\"phone\":null}").errors())
        .isEqualTo("phone:unknownField");
    assertThat(api.patch("/api/customers/" + id("city"), 2, "{\"source\":\"x\"}").errors())
        .isEqualTo("source:readOnly");
    assertThat(api.post("/api/customers/groups", "{\"by\":[\"phone\"]}").slug())
        .isEqualTo("invalid-columns");
  }

  @Test
  void leaksNoHiddenValueByTheWay() {
    var city = "/api/customers/" + id("city");
    admin.patch(city, 1, "{\"phone\":\"13812345678\",\"headCount\":77123}");
    var role = people.role();
    people.allow(role, "customer", "all");
    people.permit(role, "value.read");
    for (var field : List.of("phone", "headCount", "value.revenue")) {
      people.limit(role, "customer", field, "hidden");
    }
    var user = people.user(province);
    people.give(user, role);
    var api = people.api(user, "*");

    for (var part : List.of("", "/history", "/timeline", "/related")) {
      assertThat(text(api, city + part)).doesNotContain("12345678").doesNotContain("77123");
    }
    for (var part : List.of("", "/export", "/options?q=city", "/trash")) {
      assertThat(text(api, "/api/customers" + part)).doesNotContain("12345678", "77123");
    }
    for (var path : List.of("/api/search?q=13812345678", "/api/customers/options?q=5678")) {
      assertThat(api.get(path).body().get("items").size()).as(path).isZero();
    }
    var filter = "{\"field\":\"phone\",\"op\":\"contains\",\"value\":\"138\"}";
    assertThat(api.post("/api/customers/query", "{\"filter\":" + filter + "}").slug())
        .isEqualTo("invalid-filter");
    assertThat(api.list("/api/customers/count", filter, "").slug()).isEqualTo("invalid-filter");
    assertThat(api.post("/api/customers/query", "{\"sort\":[\"-phone\"]}").slug())
        .isEqualTo("invalid-sort");
    assertThat(api.get("/api/customers/export?columns=phone").slug()).isEqualTo("invalid-columns");
    var sum = "{\"by\":[\"city\"],\"measures\":[\"sum:headCount\"]}";
    assertThat(api.post("/api/customers/groups", sum).slug()).isEqualTo("invalid-columns");
    var explanation = city.replace("customers", "value/customers") + "/explanation";
    for (var path : List.of(explanation, "/api/value/overview?unit=" + this.city)) {
      assertThat(api.get(path).status()).as(path).isEqualTo(403);
    }
    assertThat(api.get("/api/value/report").status()).isEqualTo(403);
  }

  private String text(Api api, String path) {
    return client
        .get()
        .uri(URI.create(path))
        .header("Authorization", "Bearer " + api.token())
        .exchange()
        .expectBody(String.class)
        .returnResult()
        .getResponseBody();
  }

  @Test
  void limitsATokenToItsScopes() {
    var user = people.inRole("administrator").user();
    var readsCustomers = people.api(user, "customer:read");

    assertThat(readsCustomers.get("/api/customers").status()).isEqualTo(200);
    assertThat(readsCustomers.post("/api/customers", "{\"name\":\"x\"}").status()).isEqualTo(403);
    assertThat(readsCustomers.patch("/api/customers/" + id("city"), 1, "{}").status())
        .isEqualTo(403);
    assertThat(readsCustomers.get("/api/contacts").status()).isEqualTo(404);
    assertThat(readsCustomers.post("/api/tokens", "{\"name\":\"x\",\"scopes\":[\"*\"]}").status())
        .isEqualTo(403);
    assertThat(readsCustomers.put("/api/users/" + user + "/roles", "{\"roles\":[]}").status())
        .isEqualTo(403);
  }

  @Test
  void keepsUserManagersBelowAdministrators() {
    var role = people.role();
    people.allow(role, "user", "all");
    people.allow(role, "role", "all");
    people.permit(role, "admin.users");
    var user = people.user(null);
    people.give(user, role);
    var manager = people.api(user, "*");
    var person = viewers.find(user).orElseThrow();
    var administrators = "01000000-0000-7000-8000-000000000001";

    assertThatThrownBy(() -> users.setRoles(person, user, List.of(UUID.fromString(administrators))))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> users.setPassword(person, admin.user(), "0123456789"))
        .isInstanceOf(Problem.class);
    assertThat(manager.patch("/api/users/" + admin.user(), 1, "{\"active\":false}").status())
        .isEqualTo(403);
    assertThat(manager.delete("/api/users/" + admin.user(), 1).status()).isEqualTo(403);
    assertThat(manager.delete("/api/roles/" + administrators, 1).status()).isEqualTo(403);
    users.setPassword(person, people.user(null), "0123456789");
  }

  @Test
  void givesPowerToPeopleOnly() {
    var token = people.api(admin.user(), "*", "admin.users");
    var user = "/api/users/" + people.user(null);

    assertThat(token.put(user + "/password", "{\"newPassword\":\"0123456789\"}").status())
        .isEqualTo(403);
    assertThat(token.put(user + "/roles", "{\"roles\":[]}").status()).isEqualTo(403);
    assertThat(
            token
                .put(
                    "/api/roles/" + people.role() + "/rights",
                    """
                    {"administrator":false,"permissions":[],"objects":[],"fields":[]}
                    """)
                .status())
        .isEqualTo(403);
  }

  @Test
  void showsFiguresOnlyWithThePermission() {
    var reader = worker("all", province);

    assertThat(reader.get("/api/customers/" + id("city")).body().has("value")).isFalse();
    assertThat(reader.get("/api/customers?columns=value.layer").slug())
        .isEqualTo("invalid-columns");
    assertThat(reader.get("/api/customers?sort=-value.revenue").slug()).isEqualTo("invalid-sort");
    var byLayer = "{\"field\":\"value.layer\",\"op\":\"eq\",\"value\":\"top\"}";
    assertThat(reader.list("/api/customers", byLayer, "").slug()).isEqualTo("invalid-filter");
    assertThat(reader.post("/api/customers/groups", "{\"by\":[\"value.layer\"]}").slug())
        .isEqualTo("invalid-columns");
    assertThat(text(reader, "/api/meta")).doesNotContain("value.layer");
  }

  @Test
  void keepsOneAdministrator() {
    var administrators = "01000000-0000-7000-8000-000000000001";

    assertThat(admin.patch("/api/users/" + admin.user(), 1, "{\"active\":false}").slug())
        .isEqualTo("last-administrator");
    assertThat(admin.delete("/api/users/" + admin.user(), 1).slug())
        .isEqualTo("last-administrator");
    assertThat(admin.delete("/api/roles/" + administrators, 1).slug())
        .isEqualTo("last-administrator");
    assertThat(db.fetchCount(APP_USER, APP_USER.ACTIVE.isTrue(), APP_USER.DELETED_AT.isNull()))
        .isPositive();
  }

  @Test
  void refusesStrangers() {
    assertThat(new Api(client, admin.user(), "kz_wrong").get("/api/customers").status())
        .isEqualTo(401);
    client.get().uri("/api/customers").exchange().expectStatus().isUnauthorized();
    client.post().uri("/api/customers").exchange().expectStatus().isForbidden();
  }

  private Api reader() {
    var role = people.role();
    people.allow(role, "customer", "subtree", "none");
    var user = people.user(province);
    people.give(user, role);
    return people.api(user, "*");
  }

  private Api worker(String scope, UUID unit) {
    var role = people.role();
    people.allow(role, "customer", scope);
    var user = people.user(unit);
    people.give(user, role);
    return people.api(user, "*");
  }

  private String seen(String scope, UUID unit) {
    return worker(scope, unit).get("/api/customers?sort=name&columns=name").column("name");
  }

  private void customer(String name, UUID unit) {
    customer(name, unit, admin.user());
  }

  private void customer(String name, UUID unit, UUID owner) {
    admin.create(
        "/api/customers",
        "{\"name\":\"%s\",\"unit\":\"%s\",\"owner\":\"%s\"}".formatted(name, unit, owner));
  }

  private String id(String name) {
    return db.select(CUSTOMER.ID)
        .from(CUSTOMER)
        .where(CUSTOMER.NAME.eq(name))
        .fetchSingle(CUSTOMER.ID)
        .toString();
  }
}
