package org.kezhi.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.math.BigDecimal;
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

/// Relations between parties are said once, go where their parties go, and tell what referrals are
/// worth.
@AppTest
class PartyRelationTests {

  private static final String PATH = "/api/party-relations";

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Api admin;
  private String mill;
  private String shop;
  private String bank;
  private String person;

  @BeforeEach
  void haveParties() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    mill = customer("mill", 10);
    shop = customer("shop", 200);
    bank = customer("bank", 3000);
    person = admin.create("/api/contacts", "{\"name\":\"Li\",\"customer\":\"%s\"}".formatted(bank));
  }

  @Test
  void saysNoToWhatIsNoRelation() {
    assertThat(refused(mill, "partner", "")).isEqualTo("toCustomer:required");
    assertThat(refused(mill, "partner", to(mill))).isEqualTo("toCustomer:itself");
    assertThat(refused(mill, "partner", to(shop) + with(person))).isEqualTo("toContact:oneParty");
    assertThat(refused(mill, "friend", to(shop))).isEqualTo("kind:notAChoice");
    assertThat(refused(mill, "partner", to(UUID.randomUUID().toString())))
        .isEqualTo("toCustomer:notFound");
    var backwards = ",\"startedOn\":\"2026-02-01\",\"endedOn\":\"2026-01-01\"";
    assertThat(refused(mill, "partner", to(shop) + backwards)).isEqualTo("endedOn:beforeStart");
    assertThat(refused(mill, "partner", to(shop) + ",\"kinds\":1")).isEqualTo("kinds:unknownField");
  }

  @Test
  void isSaidOnce() {
    var partner = relate(mill, "partner", to(shop));
    relate(mill, "supplier", to(shop));
    relate(shop, "supplier", to(mill));
    relate(mill, "adviser", with(person));

    assertThat(refused(mill, "partner", to(shop))).isEqualTo("kind:alreadyRelated");
    assertThat(refused(shop, "partner", to(mill))).as("both ways").isEqualTo("kind:alreadyRelated");
    assertThat(refused(mill, "adviser", with(person))).isEqualTo("kind:alreadyRelated");
    var same = admin.patch(PATH + "/" + partner, 1, "{\"kind\":\"supplier\"}");
    assertThat(same.errors()).isEqualTo("kind:alreadyRelated");
    var turned =
        admin.patch(
            PATH + "/" + partner, 1, "{\"toCustomer\":null,\"toContact\":\"" + person + "\"}");
    assertThat(turned.status()).isEqualTo(200);
  }

  @Test
  void keepsRelationsWhenCustomersBecomeOne() {
    var twin = customer("mill too", 0);
    relate(mill, "partner", to(shop));
    relate(twin, "partner", to(shop));
    relate(twin, "dealer", to(bank));
    relate(bank, "owner", to(twin));
    relate(mill, "supplier", to(twin));
    var before = admin.get(PATH + "?sort=code").column("code");

    var done =
        admin.post(
            "/api/customers/merges",
            """
            {"survivor":"%1$s","records":[{"id":"%1$s","version":1},{"id":"%2$s","version":1}]}\
            """
                .formatted(mill, twin));

    assertThat(done.status()).as(done.body().toString()).isEqualTo(201);
    assertThat(kinds(mill)).isEqualTo("dealer,owner,partner");
    assertThat(kinds(shop)).as("two were alike").isEqualTo("partner");
    var undo =
        admin.post("/api/merges/" + done.body().at("/merge/id").stringValue() + "/undo", "{}");
    assertThat(undo.status()).as(undo.body().toString()).isEqualTo(200);
    assertThat(kinds(mill)).isEqualTo("partner,supplier");
    assertThat(kinds(twin)).isEqualTo("dealer,owner,partner,supplier");
    assertThat(admin.get(PATH + "?sort=code").column("code")).isEqualTo(before);
  }

  @Test
  void followsItsPartiesIntoTheRecycleBinAndBack() {
    relate(mill, "partner", to(shop));
    relate(mill, "adviser", with(person));

    admin.delete("/api/customers/" + bank, 1);
    assertThat(kinds(mill)).isEqualTo("partner");
    admin.put("/api/customers/" + bank + "/restoration", "");
    assertThat(kinds(mill)).isEqualTo("adviser,partner");
  }

  @Test
  void staysInTheRecycleBinWhileOneOfItsPartiesDoes() {
    relate(mill, "partner", to(shop));
    admin.delete("/api/customers/" + mill, 1);
    admin.delete("/api/customers/" + shop, 1);

    admin.put("/api/customers/" + mill + "/restoration", "");
    assertThat(kinds(mill)).isEmpty();
  }

  @Test
  void tellsWhatReferralsAreWorth() {
    relate(mill, "referrer", to(bank) + ",\"startedOn\":\"2026-01-01\"");
    relate(shop, "referrer", to(bank));
    relate(shop, "partner", to(bank));
    relate(mill, "referrer", with(person));

    var ofBank = admin.get("/api/customers/" + bank + "/referrals").body();
    assertThat(ofBank.at("/revenue/amount").asString()).isEqualTo("210");
    assertThat(ofBank.at("/items/0/customer/title").asString()).isEqualTo("shop");
    assertThat(ofBank.at("/items/1/startedOn").asString()).isEqualTo("2026-01-01");
    var ofPerson = admin.get("/api/contacts/" + person + "/referrals").body();
    assertThat(ofPerson.at("/revenue/amount").asString()).isEqualTo("10");
    assertThat(admin.get("/api/products/" + person + "/referrals").status()).isEqualTo(404);
    assertThat(admin.get("/api/customers/" + person + "/referrals").status()).isEqualTo(404);
  }

  @Test
  void tellsReferralsAsFarAsTheViewerMaySee() {
    relate(mill, "referrer", to(bank));
    relate(shop, "referrer", to(bank));
    var unit = people.unit("unit", null);
    var role = people.role();
    people.allow(role, "customer", "unit");
    people.allow(role, "partyRelation", "unit");
    people.permit(role, "value.read");
    var user = people.user(unit);
    people.give(user, role);
    db.update(CUSTOMER)
        .set(CUSTOMER.UNIT_ID, unit)
        .where(CUSTOMER.ID.in(UUID.fromString(bank), UUID.fromString(mill)))
        .execute();
    var viewer = people.api(user, "*");

    var seen = viewer.get("/api/customers/" + bank + "/referrals").body();
    assertThat(seen.at("/revenue/amount").asString()).isEqualTo("10");
    assertThat(seen.get("items").size()).isEqualTo(1);
    assertThat(viewer.get(PATH).toString()).doesNotContain("\"shop\"");
    people.limit(role, "partyRelation", "kind", "hidden");
    var another = people.user(unit);
    people.give(another, role);
    var blind = people.api(another, "*").get("/api/customers/" + bank + "/referrals");
    assertThat(blind.body().get("items").size()).isZero();
  }

  private String customer(String name, int revenue) {
    var id = admin.create("/api/customers", "{\"name\":\"" + name + "\"}");
    db.update(CUSTOMER_VALUE)
        .set(CUSTOMER_VALUE.REVENUE, BigDecimal.valueOf(revenue))
        .where(CUSTOMER_VALUE.CUSTOMER_ID.eq(UUID.fromString(id)))
        .execute();
    return id;
  }

  private static String to(String customer) {
    return ",\"toCustomer\":\"" + customer + "\"";
  }

  private static String with(String contact) {
    return ",\"toContact\":\"" + contact + "\"";
  }

  private static String body(String from, String kind, String more) {
    return "{\"fromCustomer\":\"%s\",\"kind\":\"%s\"%s}".formatted(from, kind, more);
  }

  private String relate(String from, String kind, String more) {
    return admin.create(PATH, body(from, kind, more));
  }

  private String refused(String from, String kind, String more) {
    return admin.post(PATH, body(from, kind, more)).errors();
  }

  /// What a customer's page shows.
  private String kinds(String customer) {
    var filter =
        """
        {"or":[{"field":"fromCustomer","op":"in","value":["%1$s"]},\
        {"field":"toCustomer","op":"in","value":["%1$s"]}]}\
        """
            .formatted(customer);
    return admin.list(PATH, filter, "&sort=kind").column("kind");
  }
}
