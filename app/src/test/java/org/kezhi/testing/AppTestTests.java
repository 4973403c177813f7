package org.kezhi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.ROLE;
import static org.kezhi.db.Tables.SETTING;

import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@AppTest
class AppTestTests {

  @Autowired RestTestClient client;

  @Autowired DSLContext db;

  @Test
  void answersOverHttp() {
    client.get().uri("/api/nowhere").exchange().expectStatus().is4xxClientError();
  }

  @RepeatedTest(2)
  void findsWhatTheMigrationsInserted() {
    assertThat(db.fetchCount(ROLE)).isPositive();
    assertThat(db.fetchCount(SETTING)).isZero();

    db.deleteFrom(ROLE).execute();
    db.insertInto(SETTING).set(SETTING.KEY, "x").set(SETTING.VALUE, JSONB.valueOf("1")).execute();
  }
}
