package org.kezhi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.AUDIT_ENTRY;
import static org.kezhi.db.Tables.AUDIT_SEAL;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.ORDER_LINE;
import static org.kezhi.db.Tables.ROLE;
import static org.kezhi.db.Tables.ROLE_OBJECT;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.kezhi.platform.Ids;
import org.kezhi.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class AuditTests {

  private static final UUID ACTOR = Ids.next();
  private static final UUID RUN = Ids.next();

  @Autowired DSLContext db;

  @Autowired
  @Qualifier("owner")
  DSLContext owner;

  @Autowired AuditContext context;

  @Autowired AuditTriggers triggers;

  @Autowired AuditChain chain;

  @Autowired PlatformTransactionManager transactions;

  @Test
  void saysWhoDidWhat() {
    var id = Ids.next();
    inRun(() -> insertCustomer(id, "杭州云启"));
    inRun(() ->
        db.update(CUSTOMER)
            .set(CUSTOMER.NAME, "云启\"科技'")
            .set(CUSTOMER.HEAD_COUNT, 12)
            .where(CUSTOMER.ID.eq(id))
            .execute());

    assertThat(entries(id))
        .containsExactly(
            "create null",
            "update {\"name\": [\"杭州云启\", \"云启\\\"科技'\"], \"head_count\": [null, 12]}");
    var entry = db.fetch(AUDIT_ENTRY, AUDIT_ENTRY.RECORD_ID.eq(id)).getFirst();
    assertThat(entry.getActor()).isEqualTo(ACTOR);
    assertThat(entry.getChannel()).isEqualTo("import");
    assertThat(entry.getRun()).isEqualTo(RUN);
    assertThat(entry.getObject()).isEqualTo("customer");
  }

  @Test
  void refusesToNameAnActorOutsideATransaction() {
    assertThatThrownBy(() -> context.begin(ACTOR, "web", null))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void forgetsTheActorWithTheTransaction() {
    inRun(() -> insertCustomer(Ids.next(), "a"));
    var id = Ids.next();
    insertCustomer(id, "b");

    var entry = db.fetchSingle(AUDIT_ENTRY, AUDIT_ENTRY.RECORD_ID.eq(id));

    assertThat(entry.getActor()).isNull();
    assertThat(entry.getChannel()).isNull();
  }

  @Test
  void writesOneEntryForEachRowOfABulkRun() {
    var ids = IntStream.range(0, 500).mapToObj(_ -> Ids.next()).toList();
    db.batch(
            ids.stream()
                .map(id -> db.insertInto(CUSTOMER).set(CUSTOMER.ID, id).set(CUSTOMER.NAME, "n"))
                .toList())
        .execute();
    inRun(() -> db.update(CUSTOMER).set(CUSTOMER.CITY, "杭州").execute());
    inRun(() -> db.update(CUSTOMER).set(CUSTOMER.CITY, "杭州").execute());

    assertThat(
            db.fetchCount(
                AUDIT_ENTRY, AUDIT_ENTRY.ACTION.eq("create"), AUDIT_ENTRY.RECORD_ID.in(ids)))
        .isEqualTo(500);
    assertThat(db.fetchCount(AUDIT_ENTRY, AUDIT_ENTRY.ACTION.eq("update"), AUDIT_ENTRY.RUN.eq(RUN)))
        .isEqualTo(500);
  }

  @Test
  void tellsDeletionAndRestorationFromOtherChanges() {
    var id = Ids.next();
    insertCustomer(id, "n");
    db.update(CUSTOMER).set(CUSTOMER.DELETED_AT, currentOffsetDateTime()).execute();
    db.update(CUSTOMER).setNull(CUSTOMER.DELETED_AT).set(CUSTOMER.NAME, "m").execute();
    db.deleteFrom(CUSTOMER).execute();

    var code = entries(id).getLast().replaceAll(".*\"code\": \\[(\"C\\d+\"), null\\].*", "$1");
    assertThat(entries(id))
        .startsWith("create null", "delete null", "restore {\"name\": [\"n\", \"m\"]}");
    assertThat(entries(id).getLast()).startsWith("erase {").contains("\"name\": [\"m\", null]");
    assertThat(code).startsWith("\"C");
  }

  @Test
  void keepsQuietAboutWhatTheProgramComputes() {
    var order = Ids.next();
    db.insertInto(SALES_ORDER)
        .set(SALES_ORDER.ID, order)
        .set(SALES_ORDER.CURRENCY, "CNY")
        .execute();
    db.insertInto(ORDER_LINE)
        .set(ORDER_LINE.ID, Ids.next())
        .set(ORDER_LINE.ORDER_ID, order)
        .set(ORDER_LINE.LINE_NO, 1)
        .set(ORDER_LINE.QUANTITY, BigDecimal.TEN)
        .set(ORDER_LINE.UNIT_PRICE, BigDecimal.ONE)
        .set(ORDER_LINE.AMOUNT, BigDecimal.TEN)
        .execute();
    db.update(SALES_ORDER)
        .set(SALES_ORDER.VERSION, SALES_ORDER.VERSION.plus(1))
        .set(SALES_ORDER.UPDATED_AT, currentOffsetDateTime())
        .execute();

    assertThat(db.fetchValue(SALES_ORDER.AMOUNT)).isEqualByComparingTo("10");
    assertThat(entries(order)).containsExactly("create null");
  }

  @Test
  void keepsSecretsToItself() {
    var id = Ids.next();
    db.insertInto(APP_USER)
        .set(APP_USER.ID, id)
        .set(APP_USER.USER_NAME, "mei")
        .set(APP_USER.DISPLAY_NAME, "Mei Chen")
        .set(APP_USER.PASSWORD_HASH, "old secret")
        .execute();
    db.update(APP_USER)
        .set(APP_USER.PASSWORD_HASH, "new secret")
        .where(APP_USER.ID.eq(id))
        .execute();
    db.deleteFrom(APP_USER).where(APP_USER.ID.eq(id)).execute();

    assertThat(entries(id)).contains("update {\"password_hash\": []}");
    assertThat(entries(id)).noneMatch(entry -> entry.contains("secret"));
  }

  @Test
  void writesDownRights() {
    var role = Ids.next();
    db.insertInto(ROLE).set(ROLE.ID, role).set(ROLE.CODE, "r").set(ROLE.NAME, "r").execute();
    inRun(() ->
        db.insertInto(ROLE_OBJECT)
            .set(ROLE_OBJECT.ROLE_ID, role)
            .set(ROLE_OBJECT.OBJECT, "customer")
            .set(ROLE_OBJECT.READ_SCOPE, "all")
            .execute());
    db.deleteFrom(ROLE_OBJECT).where(ROLE_OBJECT.ROLE_ID.eq(role)).execute();

    assertThat(entries(role).get(1))
        .startsWith("update {\"role_object\": [null, {")
        .contains("\"object\": \"customer\"", "\"read_scope\": \"all\"");
    assertThat(entries(role).get(2)).endsWith(", null]}");
  }

  @Test
  void isOutOfReachForTheProgram() {
    insertCustomer(Ids.next(), "n");

    assertThatThrownBy(() -> db.deleteFrom(AUDIT_ENTRY).execute())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> db.update(AUDIT_SEAL).set(AUDIT_SEAL.ENTRIES, 0L).execute())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> db.execute("alter table customer disable trigger audit_update"))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void putsLostTriggersBack() {
    owner.execute("drop trigger audit_insert on customer");
    owner.execute("alter table customer disable trigger audit_update");
    triggers.afterSingletonsInstantiated();
    var id = Ids.next();
    insertCustomer(id, "n");
    db.update(CUSTOMER).set(CUSTOMER.NAME, "m").execute();

    assertThat(entries(id)).hasSize(2);
  }

  @Test
  void showsWhenEntriesWereChanged() {
    insertCustomer(Ids.next(), "a");
    insertCustomer(Ids.next(), "b");
    chain.seal();
    insertCustomer(Ids.next(), "c");
    chain.seal();
    insertCustomer(Ids.next(), "d");

    var untouched = chain.verify();
    owner.execute(
        "update audit_entry set changes = '[]' where id = (select min(id) from audit_entry)");
    var changed = chain.verify();

    assertThat(untouched.isWhole()).isTrue();
    assertThat(untouched.seals()).isEqualTo(2);
    assertThat(untouched.unsealed()).isEqualTo(1);
    assertThat(changed.broken()).containsExactly(1L);
  }

  @Test
  void showsWhenEntriesOrSealsAreMissing() {
    for (var name : List.of("a", "b", "c")) {
      insertCustomer(Ids.next(), name);
      chain.seal();
    }
    owner.execute(
        "delete from audit_entry where id = (select last_entry from audit_seal where number = 2)");
    assertThat(chain.verify().broken()).containsExactly(2L);

    owner.execute("delete from audit_seal where number = 2");
    assertThat(chain.verify().broken()).containsExactly(3L);
  }

  private void inRun(Runnable work) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(_ -> {
          context.begin(ACTOR, "import", RUN);
          work.run();
        });
  }

  private void insertCustomer(UUID id, String name) {
    db.insertInto(CUSTOMER).set(CUSTOMER.ID, id).set(CUSTOMER.NAME, name).execute();
  }

  private List<String> entries(UUID id) {
    return db.select(AUDIT_ENTRY.ACTION, AUDIT_ENTRY.CHANGES)
        .from(AUDIT_ENTRY)
        .where(AUDIT_ENTRY.RECORD_ID.eq(id))
        .orderBy(AUDIT_ENTRY.ID)
        .fetch(row -> row.value1() + " " + (row.value2() == null ? null : row.value2().data()));
  }
}
