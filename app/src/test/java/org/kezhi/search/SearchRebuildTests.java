package org.kezhi.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.JOB;

import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.kezhi.platform.Ids;
import org.kezhi.platform.Settings;
import org.kezhi.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class SearchRebuildTests {

  private static final String MADE_FOR = "search.madeFor";

  @Autowired DSLContext db;

  @Autowired SearchIndex index;

  @Autowired SearchRebuild rebuild;

  @Autowired Settings settings;

  @Test
  void makesTheIndexAnewWhenOtherFieldsAreSearched() {
    db.insertInto(CUSTOMER).set(CUSTOMER.ID, Ids.next()).set(CUSTOMER.NAME, "杭州云启").execute();
    settings.put(MADE_FOR, "other fields");

    rebuild.bringUpToDate();

    await().atMost(Duration.ofSeconds(30)).until(() -> !madeFor().equals("other fields"));
    assertThat(index.faults()).isZero();
  }

  @Test
  void leavesAnIndexThatFits() {
    rebuild.bringUpToDate();

    rebuild.bringUpToDate();

    assertThat(madeFor()).contains("customer.name");
    assertThat(db.fetchCount(JOB)).isZero();
  }

  @Test
  void leavesAKilledRebuildToGoOn() {
    db.insertInto(JOB)
        .set(JOB.ID, Ids.next())
        .set(JOB.KIND, SearchRebuild.NAME)
        .set(JOB.TITLE, "")
        .set(JOB.STATE, "running")
        .execute();
    settings.put(MADE_FOR, "other fields");

    rebuild.bringUpToDate();

    assertThat(db.fetchCount(JOB)).isEqualTo(1);
  }

  private String madeFor() {
    return settings.find(MADE_FOR, String.class).orElseThrow();
  }
}
