package org.kezhi.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;
import static org.kezhi.db.Tables.UNIT;

import java.math.BigDecimal;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.platform.Ids;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.CompanyData;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/// A group of companies is told as a tree with sums, to each as far as they may see.
@AppTest
class CustomerGroupTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;
  private UUID head;
  private UUID east;
  private UUID west;
  private UUID port;

  /// head > (east > port, west), with 1, 10, 100 and 1000 of revenue.
  @BeforeEach
  void haveAGroup() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    head = company("head", null, 1);
    east = company("east", head, 10);
    west = company("west", head, 100);
    port = company("port", east, 1000);
    new CompanyData(db).sale(port, "2026-01-02T03:04:05Z", "5");
    new CompanyData(db).sale(port, "2026-02-02T03:04:05Z", "6");
    admin.create(
        "/api/activities",
        """
        {"kind":"task","subject":"s","customer":"%s","dueAt":"2027-01-01T00:00:00Z"}\
        """
            .formatted(east));
    admin.create(
        "/api/activities",
        """
        {"kind":"task","subject":"s","customer":"%s","dueAt":"2027-01-01T00:00:00Z","done":true}\
        """
            .formatted(west));
  }

  @Test
  void sumsUpWhatIsBelowEachCompany() {
    for (var customer : new UUID[] {head, east, west, port}) {
      var group = group(admin, customer);

      assertThat(words(group))
          .isEqualTo(
              "head 1/1111 0/2 0/1 3; east<0 10/1010 0/2 1/1 1; port<1 1000/1000 2/2 0/0 0;"
                  + " west<0 100/100 0/0 0/0 0");
      assertThat(group.get("complete").booleanValue()).isTrue();
    }
  }

  @Test
  void namesNobodyWhomTheViewerMayNotSee() {
    var unit = people.unit("unit", null);
    var role = people.role();
    for (var object : new String[] {"customer", "order", "activity"}) {
      people.allow(role, object, "unit");
    }
    people.permit(role, "value.read");
    var user = people.user(unit);
    people.give(user, role);
    db.update(CUSTOMER).set(CUSTOMER.UNIT_ID, unit).where(CUSTOMER.ID.in(port, head)).execute();
    var viewer = people.api(user, "*");

    assertThat(words(group(viewer, port)))
        .as("east only connects, west is not told at all")
        .isEqualTo("head 1/1001 0/2 0/0 1; ?<0 -/1000 -/2 -/0 1; port<1 1000/1000 2/2 0/0 0");
    assertThat(group(viewer, port).toString())
        .doesNotContain("east")
        .doesNotContain(east.toString());
    assertThat(viewer.get("/api/customers/" + east + "/group").status()).isEqualTo(404);
    assertThat(db.fetchCount(UNIT)).isPositive();
  }

  @Test
  void keepsHiddenFieldsToThoseWhoMaySeeThem() {
    var role = people.role();
    people.allow(role, "customer", "all");
    people.allow(role, "order", "all");
    people.limit(role, "order", "customer", "hidden");
    var user = people.user(null);
    people.give(user, role);
    var viewer = people.api(user, "*");

    assertThat(words(group(viewer, port)))
        .isEqualTo(
            "head -/- -/- -/- 3; east<0 -/- -/- -/- 1; port<1 -/- -/- -/- 0; west<0 -/- -/- -/- 0");

    people.limit(role, "customer", "parent", "hidden");
    people.limit(role, "customer", "name", "hidden");
    var another = people.user(null);
    people.give(another, role);
    assertThat(words(group(people.api(another, "*"), port))).isEqualTo("- -/- -/- -/- 0");
  }

  @Test
  void leavesOutWhatLiesInTheRecycleBin() {
    admin.delete("/api/customers/" + east, version(east));

    assertThat(words(group(admin, head)))
        .isEqualTo("head 1/101 0/0 0/0 1; west<0 100/100 0/0 0/0 0");
    assertThat(words(group(admin, port))).isEqualTo("port 1000/1000 2/2 0/0 0");
    admin.put("/api/customers/" + east + "/restoration", "");
    assertThat(group(admin, head).get("items").size()).isEqualTo(4);
  }

  @Test
  void saysSoWhereAGroupIsTooLarge() {
    for (var i = 0; i < GroupWalk.MOST; i++) {
      company("shop " + i, west, 0);
    }
    var deep = company("deep", port, 7);

    var group = group(admin, deep);

    assertThat(group.get("complete").booleanValue()).isFalse();
    assertThat(group.get("items").size()).isEqualTo(GroupWalk.MOST);
    assertThat(group.toString()).contains("\"deep\"").contains("\"head\"").contains("\"port\"");
  }

  @Test
  void readsACircleThatNobodyCouldHaveMadeHere() {
    db.update(CUSTOMER).set(CUSTOMER.PARENT_ID, port).where(CUSTOMER.ID.eq(head)).execute();

    assertThat(words(group(admin, east)))
        .isEqualTo(
            "east 10/1111 0/2 1/1 3; port<0 1000/1101 2/2 0/0 2; head<1 1/101 0/0 0/0 1;"
                + " west<2 100/100 0/0 0/0 0");
  }

  private UUID company(String name, UUID parent, int revenue) {
    var id = Ids.next();
    db.insertInto(CUSTOMER)
        .set(CUSTOMER.ID, id)
        .set(CUSTOMER.NAME, name)
        .set(CUSTOMER.PARENT_ID, parent)
        .execute();
    db.update(CUSTOMER_VALUE)
        .set(CUSTOMER_VALUE.REVENUE, BigDecimal.valueOf(revenue))
        .where(CUSTOMER_VALUE.CUSTOMER_ID.eq(id))
        .execute();
    return id;
  }

  private long version(UUID customer) {
    return admin.get("/api/customers/" + customer).body().get("version").longValue();
  }

  private static JsonNode group(Api viewer, UUID customer) {
    var answer = viewer.get("/api/customers/" + customer + "/group");
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  /// Each company, what it is below, its own figures and those of all below it.
  private static String words(JsonNode group) {
    var words = new StringBuilder();
    for (var item : group.get("items")) {
      words
          .append(words.isEmpty() ? "" : "; ")
          .append(item.get("customer").isNull() ? "?" : item.at("/customer/title").asString("-"))
          .append(item.get("above").isNull() ? "" : "<" + item.get("above").intValue());
      for (var figure : new String[] {"/revenue/amount", "/orders", "/openTasks"}) {
        words.append(' ').append(item.at("/own" + figure).asString("-"));
        words.append('/').append(item.at("/total" + figure).asString("-"));
      }
      words.append(' ').append(item.at("/total/subsidiaries").intValue());
    }
    return words.toString();
  }
}
