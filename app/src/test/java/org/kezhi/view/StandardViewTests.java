package org.kezhi.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.LIST_VIEW_STANDARD;
import static org.kezhi.db.Tables.ROLE;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/// With which views lists open for those who have chosen none.
@AppTest
class StandardViewTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;

  @BeforeEach
  void build() {
    people = new People(db, tokens, client);
    admin = people.administrator();
  }

  @Test
  void opensWithTheViewOfTheRoleOrElseOfEverybody() {
    var all = view("for all");
    var sales = view("for sales");
    var role = role("a-sales");
    var seller = worker(role);
    var other = worker(role("b-other"));

    set(all, "{\"everybody\":true}");
    set(sales, "{\"roles\":[\"" + role + "\"]}");

    assertThat(standardOf(seller)).isEqualTo("for sales");
    assertThat(standardOf(other)).isEqualTo("for all");
    set(sales, "{\"roles\":[]}");
    assertThat(standardOf(seller)).isEqualTo("for all");
    set(all, "{}");
    assertThat(standardOf(seller)).isEmpty();
  }

  @Test
  void takesTheFirstOfSeveralRoles() {
    var role = role("a-first");
    var second = role("b-second");
    var user = people.user(null);
    people.give(user, second);
    people.give(user, role);
    set(view("first"), "{\"roles\":[\"" + role + "\"]}");
    set(view("second"), "{\"roles\":[\"" + second + "\"]}");

    assertThat(standardOf(people.api(user, "*"))).isEqualTo("first");
    db.update(ROLE)
        .set(ROLE.DELETED_AT, OffsetDateTime.now(ZoneOffset.UTC))
        .where(ROLE.ID.eq(role))
        .execute();
    assertThat(standardOf(people.api(user, "*"))).isEqualTo("second");
  }

  @Test
  void letsAnotherViewTakeThePlace() {
    var one = view("one");
    var two = view("two");
    set(one, "{\"everybody\":true}");
    set(two, "{\"everybody\":true}");

    var audiences = admin.get("/api/views/" + one + "/standards").body().get("items");
    assertThat(audiences.get(0).get("chosen").booleanValue()).isFalse();
    assertThat(audiences.get(0).get("other").stringValue()).isEqualTo("two");
    assertThat(db.fetchCount(LIST_VIEW_STANDARD)).isEqualTo(1);
  }

  @Test
  void goesWithItsView() {
    var view = view("gone");
    set(view, "{\"everybody\":true}");
    admin.delete("/api/views/" + view, 1);

    assertThat(db.fetchCount(LIST_VIEW_STANDARD)).isZero();
  }

  @Test
  void refusesViewsThatNotEveryoneCanOpenAndRolesThatThereAreNot() {
    var own = admin.create("/api/views", "{\"object\":\"customer\",\"name\":\"own\"}");
    var refused = admin.put("/api/views/" + own + "/standards", "{\"everybody\":true}");
    assertThat(refused.slug()).isEqualTo("view-not-shared");
    var stranger = "{\"roles\":[\"" + UUID.randomUUID() + "\"]}";
    assertThat(admin.put("/api/views/" + view("x") + "/standards", stranger).status())
        .isEqualTo(404);
    assertThat(
            worker(role("c"))
                .put("/api/views/" + view("y") + "/standards", "{\"everybody\":true}")
                .status())
        .isEqualTo(403);
  }

  private String standardOf(Api asker) {
    for (var view : asker.get("/api/views?object=customer").body().get("items")) {
      if (view.get("standard").booleanValue()) {
        return view.get("name").stringValue();
      }
    }
    return "";
  }

  private void set(String view, String body) {
    assertThat(admin.put("/api/views/" + view + "/standards", body).status()).isEqualTo(200);
  }

  private String view(String name) {
    return admin.create(
        "/api/views",
        "{\"object\":\"customer\",\"name\":\"%s\",\"sharing\":\"everyone\"}".formatted(name));
  }

  private UUID role(String code) {
    var role = people.role();
    db.update(ROLE).set(ROLE.CODE, code).where(ROLE.ID.eq(role)).execute();
    people.allow(role, "customer", "own");
    return role;
  }

  private Api worker(UUID role) {
    var user = people.user(null);
    people.give(user, role);
    return people.api(user, "*");
  }
}
