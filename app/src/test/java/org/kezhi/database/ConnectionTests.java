package org.kezhi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kezhi.db.Tables.AUDIT_ENTRY;
import static org.kezhi.db.Tables.SETTING;

import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;
import org.kezhi.testing.SqlTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@SqlTest
class ConnectionTests {

  @Autowired DSLContext db;

  @Autowired
  @Qualifier("owner")
  DSLContext owner;

  @Test
  void writesRowsWithoutOwningTables() {
    db.insertInto(SETTING)
        .set(SETTING.KEY, "zone")
        .set(SETTING.VALUE, JSONB.valueOf("\"x\""))
        .execute();

    assertThat(db.fetchCount(SETTING)).isEqualTo(1);
    assertThatThrownBy(() -> db.execute("alter table setting add column x_1 text"))
        .hasStackTraceContaining("must be owner");
  }

  @Test
  void doesNotForgeTheJournalOfChanges() {
    assertThatThrownBy(() -> db.deleteFrom(AUDIT_ENTRY).execute())
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void sharesNewTablesOfTheOwner() {
    owner.execute("create table x_fresh (id uuid)");

    try {
      assertThat(owner.fetchValue("select has_table_privilege('kezhi_app', 'x_fresh', 'insert')"))
          .isEqualTo(true);
    } finally {
      owner.execute("drop table x_fresh");
    }
  }
}
