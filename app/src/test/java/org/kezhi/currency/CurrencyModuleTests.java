package org.kezhi.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.platform.Invariant;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.kezhi.transfer.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/// Orders in other currencies count at the rate of their day.
@AppTest
class CurrencyModuleTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired OrderRates rates;

  private Api admin;

  @BeforeEach
  void begin() {
    admin = new People(db, tokens, client).administrator();
  }

  @Test
  void countsAnOrderAtTheRateOfItsDay() {
    rate("USD", "2026-01-01", "7.1");
    rate("USD", "2026-02-01", "7.2");

    var early = order("USD", "2026-01-31T12:00:00Z");
    var late = order("USD", "2026-01-31T16:00:00Z");
    var own = order("CNY", "2020-01-01T00:00:00Z");

    assertThat(counted(early)).isEqualByComparingTo("7.1");
    assertThat(counted(late)).as("in Shanghai it is February").isEqualByComparingTo("7.2");
    assertThat(counted(own)).isEqualByComparingTo("1");
    admin.patch("/api/orders/" + early, 1, "{\"orderedAt\":\"2026-03-01T00:00:00Z\"}");
    assertThat(counted(early)).isEqualByComparingTo("7.2");
  }

  @Test
  void refusesAnOrderWithoutARate() {
    rate("USD", "2026-01-01", "7.1");

    var before = admin.post("/api/orders", draft("USD", "2025-12-31T00:00:00Z"));
    var other = admin.post("/api/orders", draft("EUR", "2026-12-31T00:00:00Z"));
    var uploaded =
        new Uploads(admin)
            .run(
                "order",
                "code,currency,orderedAt\nF1,USD,2026-05-01\nF2,EUR,2026-05-01\n",
                "{\"policy\":\"create\"}");

    assertThat(before.errors()).isEqualTo("currency:noRate");
    assertThat(other.body().toString()).contains("There is no exchange rate of EUR on 2026-12-31");
    assertThat(uploaded.at("/counts/created").intValue()).isEqualTo(1);
    assertThat(uploaded.at("/counts/bad").intValue()).isEqualTo(1);
  }

  @Test
  void refusesRatesThatAreNone() {
    rate("USD", "2026-01-01", "7.1");

    assertThat(post("usd", "2026-01-01", "7.2").errors()).isEqualTo("currency:taken");
    assertThat(post("CNY", "2026-01-01", "1").errors()).isEqualTo("currency:baseCurrency");
    assertThat(post("XX1", "2026-01-01", "0").errors())
        .isEqualTo("currency:notACurrency rate:notPositive");
  }

  @Test
  void followsARateThatIsCorrected() {
    var wrong = rate("USD", "2026-01-01", "71");
    var order = order("USD", "2026-01-15T00:00:00Z");

    admin.patch("/api/exchange-rates/" + wrong, 1, "{\"rate\":7.1}");

    await()
        .untilAsserted(() -> {
          assertThat(counted(order)).isEqualByComparingTo("7.1");
          assertThat(rates.check()).isEqualTo(new Invariant.Finding(1, 0, List.of()));
        });
  }

  @Test
  void addsUpInBaseCurrencyWhatIsMixed() {
    rate("USD", "2026-01-01", "7");
    line(order("USD", "2026-02-01T00:00:00Z"), 10);
    line(order("CNY", "2026-02-01T00:00:00Z"), 30);

    var sums =
        admin.post(
            "/api/orders/groups", "{\"by\":[],\"measures\":[\"sum:amount\",\"avg:amount\"]}");

    assertThat(sums.body().at("/groups/0/measures/sum:amount").toString())
        .isEqualTo("{\"amount\":\"100\",\"currency\":\"CNY\",\"converted\":true}");
    assertThat(sums.body().at("/groups/0/measures/avg:amount/amount").stringValue())
        .isEqualTo("50");
  }

  @Test
  void showsLinesInTheCurrencyOfTheirOrderAndConvertsTheirSums() {
    rate("USD", "2026-01-01", "7");
    var dollars = order("USD", "2026-02-01T00:00:00Z");
    line(dollars, 10);
    line(dollars, 5);
    assertThat(sum("sum:amount", "{\"field\":\"lineNo\",\"op\":\"ge\",\"value\":1}"))
        .isEqualTo("{\"amount\":\"15\",\"currency\":\"USD\"}");
    line(order("CNY", "2026-02-01T00:00:00Z"), 30);

    var lines = admin.get("/api/order-lines?sort=-amount&columns=amount,unitPrice").body();
    assertThat(lines.at("/items/0/amount/currency").stringValue()).isEqualTo("CNY");
    assertThat(lines.at("/items/1/amount").toString())
        .isEqualTo("{\"amount\":\"10\",\"currency\":\"USD\"}");
    assertThat(sum("sum:amount", "{\"and\":[]}"))
        .isEqualTo("{\"amount\":\"135\",\"currency\":\"CNY\",\"converted\":true}");
    assertThat(sum("max:amount", "{\"and\":[]}")).contains("\"70\"");
  }

  @Test
  void takesAmountsOfLinesInTheCurrencyOfTheirOrderOnly() {
    rate("USD", "2026-01-01", "7");
    var order = order("USD", "2026-02-01T00:00:00Z");
    var draft =
        "{\"order\":\"%s\",\"quantity\":1,\"unitPrice\":{\"amount\":\"3\",\"currency\":%s}}";

    assertThat(admin.post("/api/order-lines", draft.formatted(order, "\"CNY\"")).errors())
        .isEqualTo("unitPrice:mixedCurrencies");
    var line = admin.create("/api/order-lines", draft.formatted(order, "\"USD\""));
    admin.create("/api/order-lines", draft.formatted(order, "null"));
    var path = "/api/order-lines/" + line;
    assertThat(admin.patch(path, 1, "{\"unitPrice\":{\"amount\":4,\"currency\":\"EUR\"}}").errors())
        .isEqualTo("unitPrice:mixedCurrencies");
    assertThat(admin.patch(path, 1, "{\"unitPrice\":{\"amount\":4,\"currency\":\"USD\"}}").status())
        .isEqualTo(200);
  }

  @Test
  void rollsLinesUpAtTheRateOfTheirOrder() {
    var fields = "/api/customization/objects/product/fields";
    var usd = rate("USD", "2026-01-01", "7");
    var made =
        admin.post(
            fields,
            "{\"labels\":{\"zhCN\":\"x\",\"en\":\"Sold\"},\"rollUp\":{\"object\":\"orderLine\","
                + "\"reference\":\"product\",\"function\":\"sum\",\"field\":\"amount\"}}");
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    try {
      var product = admin.create("/api/products", "{\"code\":\"P1\",\"name\":\"P\"}");
      var line = "{\"order\":\"%s\",\"product\":\"%s\",\"quantity\":1,\"unitPrice\":\"2\"}";
      admin.create(
          "/api/order-lines", line.formatted(order("USD", "2026-02-01T00:00:00Z"), product));
      admin.create(
          "/api/order-lines", line.formatted(order("CNY", "2026-02-01T00:00:00Z"), product));
      var sold =
          (Supplier<String>)
              () -> admin.get("/api/products/" + product).body().at("/xSold/amount").asString();
      assertThat(sold.get()).isEqualTo("16");

      admin.patch("/api/exchange-rates/" + usd, 1, "{\"rate\":8}");

      await().untilAsserted(() -> assertThat(sold.get()).isEqualTo("18"));
    } finally {
      admin.send(HttpMethod.PATCH, fields + "/xSold", "{\"retired\":true}", null);
      admin.send(HttpMethod.DELETE, fields + "/xSold", null, null);
    }
  }

  private String sum(String measure, String filter) {
    var query = "{\"by\":[],\"measures\":[\"" + measure + "\"],\"filter\":" + filter + "}";
    var groups = admin.post("/api/order-lines/groups", query).body();
    return groups.at("/groups/0/measures/" + measure).toString();
  }

  private String rate(String currency, String from, String rate) {
    var made = post(currency, from, rate);
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    return made.body().get("id").stringValue();
  }

  private Api.Answer post(String currency, String from, String rate) {
    return admin.post(
        "/api/exchange-rates",
        "{\"currency\":\"%s\",\"validFrom\":\"%s\",\"rate\":%s}".formatted(currency, from, rate));
  }

  private String order(String currency, String at) {
    return admin.create("/api/orders", draft(currency, at));
  }

  private static String draft(String currency, String at) {
    return "{\"currency\":\"%s\",\"orderedAt\":\"%s\"}".formatted(currency, at);
  }

  private void line(String order, int amount) {
    admin.create(
        "/api/order-lines",
        "{\"order\":\"%s\",\"description\":\"a\",\"quantity\":1,\"unitPrice\":\"%d\"}"
            .formatted(order, amount));
  }

  private BigDecimal counted(String order) {
    return db.select(SALES_ORDER.RATE)
        .from(SALES_ORDER)
        .where(SALES_ORDER.ID.eq(UUID.fromString(order)))
        .fetchSingle(SALES_ORDER.RATE);
  }
}
