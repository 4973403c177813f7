package org.kezhi.formula;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.CONTACT;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.platform.Ids;
import org.kezhi.platform.Settings;
import org.kezhi.record.Aliases;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.StandardColumns;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.CompanyData;
import org.springframework.beans.factory.annotation.Autowired;

/// What formulas give for real records.
@AppTest
class FormulaValueTests {

  @Autowired Formulas formulas;
  @Autowired ObjectTypes types;
  @Autowired DSLContext db;
  @Autowired Settings settings;
  @Autowired Clock clock;

  private UUID customer;
  private UUID order;
  private UUID contact;

  @BeforeEach
  void fill() {
    var data = new CompanyData(db);
    var owner = Ids.next();
    db.insertInto(APP_USER, APP_USER.ID, APP_USER.USER_NAME, APP_USER.DISPLAY_NAME)
        .values(owner, "mei", "陈梅")
        .execute();
    customer = data.customer("Lantern Works");
    db.update(CUSTOMER)
        .set(CUSTOMER.REGION, "华东")
        .set(CUSTOMER.HEAD_COUNT, 120)
        .set(CUSTOMER.OWNER_ID, owner)
        .set(CUSTOMER.CREATED_BY, owner)
        .execute();
    db.update(CUSTOMER_VALUE)
        .set(CUSTOMER_VALUE.REVENUE, new BigDecimal("1234.5"))
        .set(CUSTOMER_VALUE.LAYER, "top")
        .execute();
    order = data.sale(customer, "2025-12-31T17:30:00Z", "99.90");
    contact = Ids.next();
    db.insertInto(CONTACT, CONTACT.ID, CONTACT.CUSTOMER_ID, CONTACT.NAME, CONTACT.BIRTHDAY)
        .values(contact, customer, "Mei Chen", LocalDate.of(1996, 2, 29))
        .execute();
  }

  @Test
  void calculates() {
    gives(
        "customer",
        customer,
        """
        headCount + 1 => 121
        headCount - 20.5 => 99.5
        headCount * 1.5 => 180
        headCount / 7 => 17.1428571429
        1 / 3 => 0.3333333333
        headCount % 7 => 1
        -headCount % 7 => -1
        -(headCount) => -120
        +headCount => 120
        2147483647 + 1 => 2147483648
        9223372036854775807 * 10 => 92233720368547758070
        round(2.5) => 3
        round(1234.567, 1) => 1234.6
        round(1234.567, -2) => 1200
        abs(-3.5) => 3.5
        floor(-3.5) => -4
        ceil(3.2) => 4
        min(3, headCount, 2) => 2
        max(3, headCount, empty) => 120
        min(empty, 7) => 7
        value.revenue / headCount => 10.2875
        """);
  }

  @Test
  void givesNothingWhereNothingCanBeCalculated() {
    gives(
        "customer",
        customer,
        """
        headCount / 0 => empty
        headCount % 0 => empty
        headCount / (headCount - 120) => empty
        0 / 0 => empty
        empty + 1 => empty
        999999999999999999999999 * 10 => empty
        -999999999999999999999999 * 10 => empty
        1 / 0.0000000001 => 10000000000
        999999999999999999999999 / 0.0000000001 => empty
        999999999999999999999999 + 1 => empty
        round(1.5, 25) => empty
        round(1.5, 99999999999) => empty
        round(1.5, 1 / 0) => empty
        left('abc', -1) => empty
        right('abc', 1 / 0) => empty
        left('abc', 99999999999) => empty
        addDays('9999-12-31', 1) => empty
        addDays('0001-01-01', -1) => empty
        addDays(today(), 999999999999999999) => empty
        addDays(today(), -999999999999999999) => empty
        addDays(empty, 1) => empty
        addDays(today(), empty) => empty
        addMonths('9999-12-31', 1) => empty
        addMonths('0001-01-31', -1) => empty
        addMonths(today(), 999999999999999999) => empty
        addMonths(empty, 1) => empty
        days(empty, today()) => empty
        year(empty) => empty
        upper(website) => empty
        website & '' => empty
        trim('   ') => empty
        """);
  }

  @Test
  void decides() {
    gives(
        "customer",
        customer,
        """
        if(headCount > 100, 'large', headCount > 10, 'medium', 'small') => large
        if(headCount > 500, 'large', headCount > 10, 'medium', 'small') => medium
        if(headCount > 500, 'large', headCount > 200, 'medium', 'small') => small
        if(headCount > 500, 'large') => empty
        IF(website = 'x', 1, 2) => 2
        status = 'potential' => true
        status <> 'lost' and kind = 'company' => true
        not (status = 'lost' or headCount >= 120) => false
        and(true, headCount = 120, not false) => true
        or(false, headCount <> 120) => false
        website = empty => true
        website = '' => true
        region <> empty => true
        website = region => false
        website <> region => true
        headCount < 120 => false
        1 / 0 > 5 => false
        not (1 / 0 > 5) => true
        1 / 0 = 2 / 0 => true
        region < 'zzz' => false
        isEmpty(website) => true
        isEmpty(region) => false
        isEmpty(parent) => true
        coalesce(website, phone, region) => 华东
        ifEmpty(headCount / 0, -1) => -1
        ifEmpty(trim('  '), 'nothing') => nothing
        value.declining => false
        value.layer = 'top' => true
        isEmpty(value.rfmClass) => true
        owner = createdBy => true
        owner = '陈梅' => true
        owner = '陈' => false
        """);
  }

  @Test
  void writesTexts() {
    gives(
        "customer",
        customer,
        """
        name & ' (' & headCount & ')' => Lantern Works (120)
        region & website & 1.50 & true => 华东1.5true
        'since ' & addDays('2026-01-01', 30) => since 2026-01-31
        length(name) => 13
        length(website) => 0
        length('杭州😀') => 3
        upper(name) => LANTERN WORKS
        lower(name) => lantern works
        trim('  a b ') => a b
        trim('　杭州　') => 杭州
        left(name, 3) & right(name, 3) => Lanrks
        left(name, 0) => empty
        contains(name, 'WORK') => true
        contains(website, 'x') => false
        startsWith(name, 'lantern') => true
        startsWith(name, 'works') => false
        contains(name, '%') => false
        owner & '/' & parent => 陈梅/
        owner => 陈梅
        kind => company
        """);
  }

  @Test
  void countsDaysWhereTheCompanyIs() {
    gives(
        "order",
        order,
        """
        year(orderedAt) => 2026
        month(orderedAt) => 1
        day(orderedAt) => 1
        orderedAt + 1 => 2026-01-02
        'at ' & orderedAt => at 2026-01-01 01:30
        orderedAt = '2026-01-01' => true
        orderedAt <= createdAt => true
        days('2026-01-01', orderedAt) => 0
        days(orderedAt, '2026-03-01') => 59
        orderedAt - 1 => 2025-12-31
        orderedAt - '2025-12-01' => 31
        addDays('2024-02-28', 1.9) => 2024-02-29
        addDays('0001-01-01', 3652058) => 9999-12-31
        addDays('9999-12-31', -3652058) => 0001-01-01
        addMonths('2024-01-31', 1) => 2024-02-29
        addMonths('2023-01-31', 1) => 2023-02-28
        addMonths('2024-02-29', -12) => 2023-02-28
        addMonths('0001-01-31', 119987) => 9999-12-31
        addMonths('9999-12-31', -119987) => 0001-01-31
        min(orderedAt, '2020-05-05') => 2020-05-05
        max(orderedAt, createdAt) = createdAt => true
        """);
    gives(
        "contact",
        contact,
        """
        addMonths(birthday, 12) => 1997-02-28
        birthday + 366 => 1997-03-01
        """);

    var before = LocalDate.now(clock.withZone(settings.zone()));
    var today = value("order", order, "today()");
    var after = LocalDate.now(clock.withZone(settings.zone()));

    assertThat(today).isIn(before.toString(), after.toString());
  }

  @Test
  void followsReferences() {
    gives(
        "order",
        order,
        """
        customer.region => 华东
        customer.name & ': ' & customer.headCount => Lantern Works: 120
        customer => Lantern Works
        customer.owner => 陈梅
        customer.owner = '陈梅' => true
        customer.value.revenue => 1234.5
        customer.value.layer => top
        isEmpty(customer.value.stage) => false
        isEmpty(owner) => true
        """);

    db.update(CUSTOMER).set(CUSTOMER.PARENT_ID, customer).execute();
    gives("customer", customer, "parent.name & ' in ' & parent.region => Lantern Works in 华东\n");

    var type = types.named("order").orElseThrow();
    var region = formulas.compile(type, "f", "customer.region", FormulaValueTests::none);
    var table = Aliases.of(type.table(), "t");
    assertThat(one(table, order, region.on(table, (_, _) -> DSL.falseCondition()))).isNull();

    db.update(CUSTOMER).set(CUSTOMER.DELETED_AT, DSL.currentOffsetDateTime()).execute();
    gives("order", order, "customer.region => empty\ncustomer => empty\n");
  }

  @Test
  void readsOtherFormulas() {
    var type = types.named("order").orElseThrow();
    var texts = Map.of("margin", "amount - cost", "share", "margin / amount * 100");
    var compiled =
        formulas.compile(
            type,
            "told",
            "margin & ' is ' & share & '%'",
            (_, name) -> Optional.ofNullable(texts.get(name)));
    var table = Aliases.of(type.table(), "t");

    assertThat(one(table, order, compiled.on(table))).isEqualTo("99.9 is 100%");
  }

  @Test
  void servesFiltersSortsAndGroups() {
    new CompanyData(db).customer("灯笼");
    var type = types.named("customer").orElseThrow();
    var table = Aliases.of(type.table(), "t");
    var size =
        formulas
            .compile(type, "f", "if(headCount > 100, 'large', 'unknown')", FormulaValueTests::none)
            .on(table)
            .coerce(String.class);

    var groups =
        db.select(size, DSL.count())
            .from(table)
            .where(size.ne("small"))
            .groupBy(size)
            .orderBy(size.desc())
            .fetch();

    assertThat(groups.getValues(size)).containsExactly("unknown", "large");
    assertThat(groups.getValues(1, Integer.class)).containsExactly(1, 1);
  }

  private void gives(String object, UUID id, String table) {
    var actual =
        table
            .lines()
            .map(line -> line.substring(0, line.indexOf(" => ")))
            .map(text -> text + " => " + value(object, id, text) + "\n")
            .collect(joining());

    assertThat(actual).isEqualTo(table);
  }

  private String value(String object, UUID id, String text) {
    var type = types.named(object).orElseThrow();
    var table = Aliases.of(type.table(), "t");
    var value =
        one(table, id, formulas.compile(type, "f", text, FormulaValueTests::none).on(table));
    return switch (value) {
      case null -> "empty";
      case BigDecimal number -> number.stripTrailingZeros().toPlainString();
      default -> value.toString();
    };
  }

  private Object one(Table<?> table, UUID id, Field<?> field) {
    return db.select(field)
        .from(table)
        .where(StandardColumns.id(table).eq(id))
        .fetchSingle()
        .value1();
  }

  private static Optional<String> none(ObjectType type, String field) {
    return Optional.empty();
  }
}
