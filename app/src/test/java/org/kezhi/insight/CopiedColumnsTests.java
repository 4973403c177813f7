package org.kezhi.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CUSTOMER;

import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.kezhi.platform.Ids;
import org.kezhi.platform.Invariant;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class CopiedColumnsTests {

  @Autowired DSLContext db;
  @Autowired CopiedColumns copies;

  @Test
  void agreeAfterEveryKindOfWriteAndShowAnyOtherDifference() throws SQLException {
    for (var name : List.of("A", "B", "C")) {
      db.insertInto(CUSTOMER)
          .set(CUSTOMER.ID, Ids.next())
          .set(CUSTOMER.NAME, name)
          .set(CUSTOMER.CODE, name)
          .execute();
    }
    db.update(CUSTOMER).set(CUSTOMER.REGION, "浙江").set(CUSTOMER.STATUS, "lost").execute();
    db.deleteFrom(CUSTOMER).where(CUSTOMER.NAME.eq("C")).execute();

    assertThat(copies.check()).isEqualTo(new Invariant.Finding(2, 0, List.of()));

    TestDatabase.asOwner(
        "update customer_value set region = '江苏' where customer_id ="
            + " (select id from customer where code = 'B')");

    assertThat(copies.check()).isEqualTo(new Invariant.Finding(2, 1, List.of("B")));
  }
}
