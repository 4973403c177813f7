package org.kezhi.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@AppTest
class PasteTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private Api admin;
  private Bulk bulk;

  @BeforeEach
  void begin() {
    admin = new People(db, tokens, client).administrator();
    bulk = new Bulk(admin);
  }

  @Test
  void readsCellsAsPeopleWriteThem() {
    var parent = admin.create("/api/customers", "{\"name\":\"总部\",\"code\":\"HQ\"}");
    var one = admin.create("/api/customers", "{\"name\":\"one\",\"city\":\"杭州\"}");
    var two = admin.create("/api/customers", "{\"name\":\"two\",\"city\":\"杭州\"}");
    var block =
        """
        {"fields":["headCount","status","parent","city"],
         "cells":[["1,200","Existing","HQ",""],["7","流失","总部","苏州"]]}
        """;
    var order = Bulk.pasted("customer", List.of(one, two), block);

    var preview = bulk.preview(order);
    var run = bulk.run(order);

    assertThat(preview.body().get("badCells").intValue()).as(preview.body().toString()).isZero();
    assertThat(Bulk.counts(preview)).isEqualTo("2 2 0 0 0");
    assertThat(preview.body().at("/examples/0/to/parent/id").stringValue()).isEqualTo(parent);
    assertThat(preview.body().at("/examples/0/from/city").stringValue()).isEqualTo("杭州");
    assertThat(Bulk.outcome(run)).startsWith("done 2 changed");
    var first = admin.get("/api/customers/" + one).body();
    assertThat(first.get("headCount").intValue()).isEqualTo(1200);
    assertThat(first.at("/parent/title").stringValue()).isEqualTo("总部");
    assertThat(first.path("city").asString("")).isEmpty();
    assertThat(admin.get("/api/customers/" + two).body().get("city").stringValue()).isEqualTo("苏州");
  }

  @Test
  void leavesCellsThatCannotBeRead() {
    var one = admin.create("/api/customers", "{\"name\":\"one\",\"headCount\":3}");
    var block =
        "{\"fields\":[\"headCount\",\"name\",\"createdAt\",\"city\"],"
            + "\"cells\":[[\"many\",\"\",\"2026-01-01\",\"杭州\"]]}";
    var order = Bulk.pasted("customer", List.of(one), block);

    var preview = bulk.preview(order);
    bulk.run(order);

    var errors = preview.body().at("/examples/0/errors");
    assertThat(errors.findValuesAsString("field"))
        .containsExactlyInAnyOrder("headCount", "name", "createdAt");
    assertThat(errors.findValuesAsString("message")).allMatch(text -> !text.startsWith("error."));
    assertThat(preview.body().get("badCells").intValue()).isEqualTo(3);
    var record = admin.get("/api/customers/" + one).body();
    assertThat(record.get("headCount").intValue()).isEqualTo(3);
    assertThat(record.get("name").stringValue()).isEqualTo("one");
    assertThat(record.get("city").stringValue()).isEqualTo("杭州");
  }

  @Test
  void reportsTheRowThatTheDatabaseRefuses() {
    admin.create("/api/customers", "{\"name\":\"taker\",\"code\":\"T\"}");
    var one = admin.create("/api/customers", "{\"name\":\"one\"}");
    var two = admin.create("/api/customers", "{\"name\":\"two\"}");
    var block = "{\"fields\":[\"code\"],\"cells\":[[\"T\"],[\"U\"]]}";

    var run = bulk.run(Bulk.pasted("customer", List.of(one, two), block));

    assertThat(Bulk.outcome(run)).startsWith("done 1 changed 0 same 0 refused 0 gone 1 failed");
    assertThat(bulk.failures(run).column("title")).isEqualTo("one");
    assertThat(admin.get("/api/customers/" + two).body().get("code").stringValue()).isEqualTo("U");
  }

  @Test
  void doesNotLookBehindRights() {
    var people = new People(db, tokens, client);
    var role = people.role();
    people.allow(role, "customer", "own");
    var user = people.user(null);
    people.give(user, role);
    var limited = new Bulk(people.api(user, "*"));
    admin.create("/api/customers", "{\"name\":\"secret\",\"code\":\"S\"}");
    var mine = limited.api().create("/api/customers", "{\"name\":\"mine\"}");
    var block = "{\"fields\":[\"parent\"],\"cells\":[[\"S\"]]}";

    var preview = limited.preview(Bulk.pasted("customer", List.of(mine), block));

    assertThat(preview.body().at("/examples/0/errors/0/code").stringValue()).isEqualTo("notFound");
  }
}
