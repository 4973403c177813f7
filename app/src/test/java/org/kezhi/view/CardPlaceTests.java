package org.kezhi.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CARD_PLACE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/// The cards of a board stand where people have put them.
@AppTest
class CardPlaceTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private final Map<String, String> ids = new HashMap<>();
  private People people;
  private Api admin;

  @BeforeEach
  void build() {
    people = new People(db, tokens, client);
    admin = people.administrator();
    // The newest stands first: A to F.
    List.of("F", "E", "D", "C", "B", "A").forEach(name -> add(name, "potential"));
  }

  @Test
  void keepsWhereACardWasPut() {
    assertThat(lane("potential")).isEqualTo("A,B,C,D,E,F");
    put("E", "A", "B");
    assertThat(lane("potential")).isEqualTo("A,B,E,C,D,F");
    put("B");
    assertThat(lane("potential")).isEqualTo("B,A,E,C,D,F");
    put("F", "B", "A");
    assertThat(lane("potential")).isEqualTo("B,A,F,E,C,D");
    add("G", "potential");
    assertThat(lane("potential")).isEqualTo("B,A,F,E,G,C,D");
  }

  @Test
  void pagesThroughBothPartsWithoutLossOrRepetition() {
    put("E", "A", "B");
    for (var limit : List.of(1, 2, 3, 4, 6)) {
      var seen = new ArrayList<String>();
      String cursor = null;
      do {
        var more = cursor == null ? "" : ",\"cursor\":\"" + cursor + "\"";
        var found = lanes("\"keys\":[\"potential\"],\"limit\":" + limit + more).get(0);
        found.get("records").forEach(record -> seen.add(record.get("name").stringValue()));
        cursor = found.get("nextCursor").asString(null);
      } while (cursor != null);
      assertThat(String.join(",", seen)).as("by %d", limit).isEqualTo("A,B,E,C,D,F");
    }
  }

  @Test
  void goesAlongToAnotherColumnAndIntoAnOrderOfItsOwn() {
    put("E", "A", "B");
    admin.patch("/api/customers/" + ids.get("B"), 1, "{\"status\":\"existing\"}");
    add("H", "existing");
    put("H", "B");

    assertThat(lane("existing")).isEqualTo("B,H");
    assertThat(lane("potential")).isEqualTo("A,E,C,D,F");
    var sorted = lanes("\"keys\":[\"potential\"],\"sort\":[\"-name\"]").get(0).get("records");
    assertThat(sorted.get(0).get("name").stringValue()).isEqualTo("F");
  }

  @Test
  void orderOfTwoAtTheSamePlaceIsOneOrder() throws Exception {
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      var done =
          IntStream.range(0, 12)
              .mapToObj(i -> both.submit(() -> put(i % 2 == 0 ? "E" : "F", "A", "B")))
              .toList();
      for (var each : done) {
        each.get();
      }
    }
    assertThat(lane("potential")).isIn("A,B,E,F,C,D", "A,B,F,E,C,D");
    assertThat(db.fetchCount(CARD_PLACE)).isEqualTo(4);
    assertThat(db.selectDistinct(CARD_PLACE.RANK).from(CARD_PLACE).fetch()).hasSize(4);
  }

  @Test
  void isForThoseWhoMayChangeTheRecord() {
    var role = people.role();
    people.allow(role, "customer", "all", "own");
    var user = people.user(null);
    people.give(user, role);
    var reader = people.api(user, "*");

    assertThat(reader.put(place("A"), "{\"above\":[]}").status()).isEqualTo(403);
    assertThat(
            reader.put("/api/customers/" + UUID.randomUUID() + "/place", "{\"above\":[]}").status())
        .isEqualTo(404);
    assertThat(admin.put(place("A"), "{}").status()).isEqualTo(400);
    assertThat(lanesOf("{\"by\":\"status\",\"cursor\":\"r.\"}").slug())
        .isEqualTo("invalid-columns");
  }

  private void add(String name, String status) {
    var body = "{\"name\":\"%s\",\"status\":\"%s\"}".formatted(name, status);
    ids.put(name, admin.create("/api/customers", body));
  }

  private void put(String name, String... above) {
    var list = List.of(above).stream().map(other -> '"' + ids.get(other) + '"').toList();
    var answer = admin.put(place(name), "{\"above\":" + list + "}");
    assertThat(answer.status()).isEqualTo(204);
  }

  private String place(String name) {
    return "/api/customers/" + ids.get(name) + "/place";
  }

  private String lane(String status) {
    var names = new ArrayList<String>();
    lanes("\"keys\":[\"" + status + "\"]")
        .get(0)
        .get("records")
        .forEach(record -> names.add(record.get("name").stringValue()));
    return String.join(",", names);
  }

  private JsonNode lanes(String more) {
    return lanesOf("{\"by\":\"status\",\"columns\":[\"name\"]," + more + "}").body().get("items");
  }

  private Api.Answer lanesOf(String body) {
    return admin.post("/api/customers/lanes", body);
  }
}
