package org.kezhi.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.CONTACT;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.SEARCH_ENTRY;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.ObjectRights;
import org.kezhi.access.Policy;
import org.kezhi.access.Scope;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Ids;
import org.kezhi.platform.QueryPlanning;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordsChanged;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class SearchTests {

  private static final UUID ME = Ids.next();
  private static final Viewer ALL = viewer(true, Scope.ALL, Map.of());

  @Autowired DSLContext db;

  @Autowired SearchQueries queries;

  @Autowired SearchCondition lists;

  @Autowired SearchIndex index;

  @Autowired SearchFields fields;

  @Autowired Policy policy;

  @Autowired QueryPlanning planning;

  @Autowired ObjectTypes types;

  @Test
  void findsByCharactersAndPinyin() {
    company("杭州云启科技有限公司");
    company("宁波大通贸易");

    assertThat(
            List.of(
                "杭州",
                "云启",
                "启科技",
                "杭",
                "司",
                "杭州云启科技有限公司",
                "杭州 科技",
                "科技，杭州",
                "　云启　",
                "hangzhou",
                "hangz",
                "h",
                "ha",
                "yunqi",
                "yunqikeji",
                "hzyq",
                "yqkj",
                "kjyxgs",
                "hz",
                "hangzhouyunqikejiyouxiangongsi",
                "hangz云q",
                "hz云启",
                "云qkj",
                "杭zhou云",
                "yunq",
                "hangzyq",
                "HangZhou",
                "ｈｚｙｑ",
                "hang zhou",
                "yun qi"))
        .allSatisfy(typed -> assertThat(find(typed)).containsExactly("杭州云启科技有限公司"));
  }

  @Test
  void findsNothingElse() {
    company("杭州云启科技有限公司");

    assertThat(List.of("云杭", "州启", "qiyun", "yqhz", "hangzq", "启云", "杭州贸易", "xyz", "。", "4711"))
        .allSatisfy(typed -> assertThat(find(typed)).isEmpty());
  }

  @Test
  void knowsAllReadings() {
    var typed =
        Map.of(
            "重庆啤酒", List.of("chongqing", "zhongqing", "cqpj", "zqpj"),
            "长沙银行", List.of("changshayinhang", "csyh", "yinhang", "yinxing"),
            "西安方案", List.of("xianfangan", "xafa", "xian", "fangan"),
            "绿城", List.of("lvcheng", "lc"),
            "曾国藩", List.of("zengguofan", "zgf"),
            "安恩", List.of("ae", "anen"));
    typed.keySet().forEach(this::company);

    assertThat(typed)
        .allSatisfy((name, ways) ->
            assertThat(ways).allSatisfy(way -> assertThat(find(way)).contains(name)));
  }

  @Test
  void findsPhoneByAnyDigits() {
    insert(Map.of(CUSTOMER.NAME, "有电话", CUSTOMER.PHONE, "+8613812345678"));
    insert(Map.of(CUSTOMER.NAME, "别的", CUSTOMER.PHONE, "+8613900000000"));

    assertThat(
            List.of(
                "5678", "678", "13812345678", "1381234", "+8613812345678", "138 1234 5678", "3456"))
        .allSatisfy(typed -> assertThat(find(typed)).containsExactly("有电话"));
  }

  @Test
  void findsLandlineWithTheZeroOfItsArea() {
    insert(Map.of(CUSTOMER.NAME, "有电话", CUSTOMER.PHONE, "+8657188886666"));

    assertThat(find("057188886666")).containsExactly("有电话");
    assertThat(find("0571-88886666")).containsExactly("有电话");
  }

  @Test
  void findsByWordsCodesAndMail() {
    insert(
        Map.of(
            CUSTOMER.NAME, "Lantern Müller 😀Works",
            CUSTOMER.CODE, "HT2024-0815",
            CUSTOMER.EMAIL, "info@lantern.example"));
    company("Acme");

    assertThat(
            List.of(
                "lantern",
                "LANT",
                "works",
                "lantern works",
                "Müller",
                "muller",
                "ht2024",
                "HT-2024",
                "0815",
                "info@lantern",
                "lantern.example",
                "😀",
                "😀W",
                "ＬＡＮＴＥＲＮ"))
        .allSatisfy(typed -> assertThat(find(typed)).containsExactly("Lantern Müller 😀Works"));
  }

  @Test
  void putsWhatWasMeantFirst() {
    insert(Map.of(CUSTOMER.NAME, "上海云启实业"));
    insert(Map.of(CUSTOMER.NAME, "云启科技"));
    insert(Map.of(CUSTOMER.NAME, "云启"));
    insert(Map.of(CUSTOMER.NAME, "某公司", CUSTOMER.SHORT_NAME, "小云启"));

    assertThat(find("云启")).containsExactly("云启", "云启科技", "上海云启实业", "某公司");
  }

  @Test
  void showsWhereTheTitleMatches() {
    company("杭州云启Tech（中国）");

    assertThat(highlights("yunq")).containsExactly(List.of(2, 4));
    assertThat(highlights("云启te")).containsExactly(List.of(2, 8));
    assertThat(highlights("中国 tec")).containsExactly(List.of(9, 11), List.of(4, 7));
  }

  @Test
  void followsChangeDeletionAndRestoration() {
    var id = company("旧名字");
    db.update(CUSTOMER).set(CUSTOMER.NAME, "新名称").where(CUSTOMER.ID.eq(id)).execute();
    changed("customer", id);

    assertThat(find("旧名")).isEmpty();
    assertThat(find("新名")).containsExactly("新名称");

    db.update(CUSTOMER).set(CUSTOMER.DELETED_AT, OffsetDateTime.now()).execute();
    changed("customer", id);

    assertThat(find("新名")).isEmpty();
    assertThat(db.fetchCount(SEARCH_ENTRY)).isZero();

    db.update(CUSTOMER).setNull(CUSTOMER.DELETED_AT).execute();
    changed("customer", id);

    assertThat(find("新名")).containsExactly("新名称");
  }

  @Test
  void rebuildsEverything() {
    company("杭州云启");
    var lost = company("宁波大通");
    db.deleteFrom(SEARCH_ENTRY).where(SEARCH_ENTRY.RECORD_ID.eq(lost)).execute();

    assertThat(index.faults()).isEqualTo(1);
    assertThat(index.rebuild(_ -> {})).isEqualTo(2);
    assertThat(index.faults()).isZero();
    assertThat(find("大通")).containsExactly("宁波大通");
  }

  @Test
  void findsOnlyRowsWithinReach() {
    user(ME);
    insert(Map.of(CUSTOMER.NAME, "我的云启", CUSTOMER.OWNER_ID, ME));
    insert(Map.of(CUSTOMER.NAME, "别人的云启"));

    assertThat(find(viewer(false, Scope.OWN, Map.of()), "云启")).containsExactly("我的云启");
    assertThat(find(viewer(false, Scope.NONE, Map.of()), "云启")).isEmpty();
    assertThat(listed(viewer(false, Scope.OWN, Map.of()), "云启")).hasSize(2);
  }

  @Test
  void doesNotLookIntoHiddenFields() {
    insert(Map.of(CUSTOMER.NAME, "杭州云启", CUSTOMER.PHONE, "+8613812345678", CUSTOMER.CODE, "Z815"));
    var viewer =
        viewer(false, Scope.ALL, Map.of("phone", FieldAccess.HIDDEN, "code", FieldAccess.HIDDEN));

    assertThat(find(viewer, "云启")).containsExactly("杭州云启");
    assertThat(find(viewer, "5678")).isEmpty();
    assertThat(find(viewer, "z815")).isEmpty();
    assertThat(find(viewer, "云启 5678")).isEmpty();
    assertThat(listed(viewer, "5678")).isEmpty();
    assertThat(queries.find(viewer, searched(), SearchTerms.of("云启")).getFirst().hit().subtitle())
        .isNull();
  }

  @Test
  void showsTheCustomerOfAContact() {
    var customer = company("杭州云启");
    var contact = Ids.next();
    db.insertInto(CONTACT)
        .set(CONTACT.ID, contact)
        .set(CONTACT.NAME, "张伟")
        .set(CONTACT.CUSTOMER_ID, customer)
        .execute();
    changed("contact", contact);

    var hit = queries.find(ALL, searched(), SearchTerms.of("zhangw")).getFirst().hit();

    assertThat(hit.object()).isEqualTo("contact");
    assertThat(hit.subtitle()).isEqualTo("杭州云启");
  }

  @Test
  void findsTheSameInSmallTables() throws SQLException {
    company("杭州云启");
    insert(Map.of(CUSTOMER.NAME, "宁波大通", CUSTOMER.PHONE, "+8613812345678"));
    TestDatabase.asOwner("analyze customer");
    var sizes = new TableSizes(db);
    var small = new SearchQueries(db, fields, types, sizes, policy, planning);

    assertThat(sizes.isLarge(types.named("customer").orElseThrow())).isFalse();
    for (var typed : List.of("云启", "hzyq", "5678", "ningbo", "nothing")) {
      assertThat(
              small.find(ALL, searched(), SearchTerms.of(typed)).stream()
                  .map(Candidate::hit)
                  .toList())
          .isEqualTo(
              queries.find(ALL, searched(), SearchTerms.of(typed)).stream()
                  .map(Candidate::hit)
                  .toList());
    }
  }

  @Test
  void narrowsLists() {
    company("杭州云启");
    company("宁波大通");

    assertThat(listed(ALL, "hzy")).containsExactly("杭州云启");
    assertThat(listed(ALL, "，")).isEmpty();
  }

  private List<String> listed(Viewer viewer, String typed) {
    var type = types.named("customer").orElseThrow();
    return db.select(CUSTOMER.NAME)
        .from(CUSTOMER)
        .where(lists.matching(viewer, type, CUSTOMER, typed))
        .fetch(CUSTOMER.NAME);
  }

  private List<String> find(String typed) {
    return find(ALL, typed);
  }

  private List<String> find(Viewer viewer, String typed) {
    var terms = SearchTerms.of(typed);
    return terms.isEmpty()
        ? List.of()
        : queries.find(viewer, searched(), terms).stream().map(c -> c.hit().title()).toList();
  }

  private List<List<Integer>> highlights(String typed) {
    return queries.find(ALL, searched(), SearchTerms.of(typed)).getFirst().hit().highlights();
  }

  private List<ObjectType> searched() {
    return types.all().stream().filter(SearchFields::isSearched).toList();
  }

  private UUID company(String name) {
    return insert(Map.of(CUSTOMER.NAME, name));
  }

  private UUID insert(Map<Field<?>, ? extends @Nullable Object> values) {
    var id = Ids.next();
    db.insertInto(CUSTOMER).set(values).set(CUSTOMER.ID, id).execute();
    changed("customer", id);
    return id;
  }

  private void user(UUID id) {
    db.insertInto(APP_USER)
        .set(APP_USER.ID, id)
        .set(APP_USER.USER_NAME, "me")
        .set(APP_USER.DISPLAY_NAME, "我")
        .execute();
  }

  private void changed(String object, UUID id) {
    index.on(new RecordsChanged(types.named(object).orElseThrow(), List.of(id)));
  }

  private static Viewer viewer(boolean administrator, Scope read, Map<String, FieldAccess> fields) {
    var rights = new ObjectRights(read, false, Scope.NONE, Scope.NONE, false, false);
    return new Viewer(
        ME,
        "me",
        "我",
        null,
        List.of(),
        administrator,
        Set.of(),
        Map.of("customer", rights),
        Map.of("customer", fields),
        null,
        "web");
  }
}
