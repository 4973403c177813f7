package org.kezhi.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.ROLE;
import static org.kezhi.db.Tables.USER_ROLE;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.ObjectRights;
import org.kezhi.access.Scope;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditChain;
import org.kezhi.audit.AuditContext;
import org.kezhi.history.HistoryPage.HistoryItem;
import org.kezhi.job.Jobs;
import org.kezhi.platform.Ids;
import org.kezhi.platform.Labels;
import org.kezhi.platform.Problem;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class HistoryTests {

  private static final UUID ME = Ids.next();
  private static final UUID HERS = Ids.next();

  @Autowired DSLContext db;

  @Autowired HistoryQueries history;

  @Autowired AuditContext audit;

  @Autowired AuditChain chain;

  @Autowired Jobs jobs;

  @Autowired PlatformTransactionManager transactions;

  @Autowired ObjectTypes types;

  @BeforeEach
  void addPeople() {
    insertUser(ME, "wang", "王芳");
    insertUser(HERS, "mei", "Mei Chen");
  }

  @Test
  void sealsWhatIsNewInTheAudit() {
    changedCustomer();
    assertThat(chain.verify().unsealed()).isPositive();

    jobs.start(SealAudit.NAME, "", Map.of(), null);

    await().atMost(Duration.ofSeconds(30)).until(() -> chain.verify().unsealed() == 0);
    assertThat(chain.verify().isWhole()).isTrue();
  }

  @Test
  void tellsChangesInTheWordsOfTheReader() {
    var id = changedCustomer();

    assertThat(read(administrator(), Labels.CHINESE, "customer", id))
        .extracting(HistoryItem::action)
        .containsExactly("update", "create");
    var inChinese = read(administrator(), Labels.CHINESE, "customer", id).getFirst();
    var inEnglish = read(administrator(), Labels.ENGLISH, "customer", id).getFirst();

    assertThat(inChinese.actor()).isEqualTo(new HistoryPage.Actor(ME, "王芳"));
    assertThat(inChinese.channel()).isEqualTo("web");
    assertThat(words(inChinese))
        .containsExactlyInAnyOrder(
            "客户名称: \"旧\" → \"新\"",
            "状态: 潜在 → 现有",
            "电话: null → \"+8613812345678\"",
            "负责人: null → Reference[id=%s, title=Mei Chen]".formatted(HERS));
    assertThat(words(inEnglish)).contains("Status: Potential → Existing");
  }

  @Test
  void leavesOutHiddenFields() {
    var id = changedCustomer();
    db.update(CUSTOMER).set(CUSTOMER.PHONE, "+8613900000000").execute();
    var viewer = viewer(Scope.ALL, Map.of("phone", FieldAccess.HIDDEN));

    var items = read(viewer, Labels.CHINESE, "customer", id);

    assertThat(items).hasSize(2);
    assertThat(words(items.getFirst())).noneMatch(change -> change.contains("+8613"));
  }

  @Test
  void knowsNothingOfRecordsThatTheReaderMayNotSee() {
    var id = changedCustomer();

    assertThatThrownBy(() -> read(viewer(Scope.OWN, Map.of()), Labels.CHINESE, "customer", id))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("not-found");

    db.update(CUSTOMER).set(CUSTOMER.DELETED_AT, currentOffsetDateTime()).execute();
    assertThatThrownBy(() -> read(administrator(), Labels.CHINESE, "customer", id))
        .isInstanceOf(Problem.class);
  }

  @Test
  void showsRolesAndPasswordsToThoseWhoManageUsers() {
    var role = Ids.next();
    db.insertInto(ROLE).set(ROLE.ID, role).set(ROLE.CODE, "x").set(ROLE.NAME, "华东经理").execute();
    db.insertInto(USER_ROLE).set(USER_ROLE.USER_ID, HERS).set(USER_ROLE.ROLE_ID, role).execute();
    db.update(APP_USER).set(APP_USER.PASSWORD_HASH, "x").where(APP_USER.ID.eq(HERS)).execute();

    var items = read(administrator(), Labels.CHINESE, "user", HERS);

    assertThat(items.stream().flatMap(item -> words(item).stream()))
        .containsExactly("密码: •••• → ••••", "角色: null → 华东经理");
  }

  @Test
  void comesInPages() {
    var id = changedCustomer();
    for (int i = 0; i < 60; i++) {
      db.update(CUSTOMER).set(CUSTOMER.HEAD_COUNT, i).where(CUSTOMER.ID.eq(id)).execute();
    }
    var reader = new HistoryQueries.Reader(administrator(), Labels.ENGLISH);
    var first = history.of(reader, type("customer"), id, null);
    var second = history.of(reader, type("customer"), id, first.nextCursor());

    assertThat(first.items()).hasSize(50);
    assertThat(second.items()).hasSize(12);
    assertThat(second.nextCursor()).isNull();
    assertThatThrownBy(() -> history.of(reader, type("customer"), id, "x"))
        .isInstanceOf(Problem.class);
  }

  private UUID changedCustomer() {
    var id = Ids.next();
    new TransactionTemplate(transactions)
        .executeWithoutResult(_ -> {
          audit.begin(ME, "web", null);
          db.insertInto(CUSTOMER).set(CUSTOMER.ID, id).set(CUSTOMER.NAME, "旧").execute();
          db.update(CUSTOMER)
              .set(CUSTOMER.NAME, "新")
              .set(CUSTOMER.STATUS, "existing")
              .set(CUSTOMER.PHONE, "+8613812345678")
              .set(CUSTOMER.OWNER_ID, HERS)
              .execute();
        });
    return id;
  }

  private List<HistoryItem> read(Viewer viewer, Locale language, String object, UUID id) {
    return history.of(new HistoryQueries.Reader(viewer, language), type(object), id, null).items();
  }

  private static List<String> words(HistoryItem item) {
    return item.changes().stream()
        .map(change -> change.label() + ": " + change.from() + " → " + change.to())
        .toList();
  }

  private ObjectType type(String object) {
    return types.named(object).orElseThrow();
  }

  private void insertUser(UUID id, String name, String displayName) {
    db.insertInto(APP_USER)
        .set(APP_USER.ID, id)
        .set(APP_USER.USER_NAME, name)
        .set(APP_USER.DISPLAY_NAME, displayName)
        .execute();
  }

  private static Viewer administrator() {
    return new Viewer(
        ME, "wang", "王芳", null, List.of(), true, Set.of(), Map.of(), Map.of(), null, "web");
  }

  private static Viewer viewer(Scope read, Map<String, FieldAccess> fields) {
    var rights = new ObjectRights(read, false, Scope.NONE, Scope.NONE, false, false);
    return new Viewer(
        ME,
        "wang",
        "王芳",
        null,
        List.of(),
        false,
        Set.of(),
        Map.of("customer", rights),
        Map.of("customer", fields),
        null,
        "web");
  }
}
