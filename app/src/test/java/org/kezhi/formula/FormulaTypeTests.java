package org.kezhi.formula;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.SALES_ORDER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Labels;
import org.kezhi.record.Aliases;
import org.kezhi.record.MoneyUnit;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;

/// What formulas are, and what is refused.
@AppTest
class FormulaTypeTests {

  @Autowired Formulas formulas;
  @Autowired ObjectTypes types;
  @Autowired Labels labels;

  @Test
  void knowsTheKindOfEveryFormula() {
    answers(
        "order",
        """
        lineCount + 1 => number
        amount - cost => money
        amount * 1.2 => money
        amount / lineCount => money
        amount / cost => number
        if(lineCount > 3, amount, 0) => money
        round(amount, 1) => money
        -cost => money
        coalesce(cost, amount) => money
        (amount - cost) / amount * 100 => number
        code & lineCount => text
        state => text
        customer => text
        orderedAt => instant
        coalesce(orderedAt, createdAt) => instant
        orderedAt + 30 => date
        addMonths(orderedAt, 1) => date
        if(lineCount > 1, orderedAt, today()) => date
        coalesce('2020-01-01', orderedAt) => date
        days(orderedAt, today()) => number
        today() - orderedAt => number
        orderedAt < '2026-01-01' => yesNo
        state = 'paid' and not isEmpty(customer) => yesNo
        customer.region => text
        customer.headCount * 2 => number
        customer.value.revenue => money
        owner = createdBy => yesNo
        owner = '陈晓' => yesNo
        """);
    answers(
        "orderLine",
        """
        discount => percent
        discount / 2 => percent
        discount * discount => percent
        1 - discount => number
        unitPrice * quantity => money
        unitPrice * (1 - discount) => money
        order.amount => number
        order.amount / order.cost => number
        """);
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    answers(
        "order",
        """
        1 + revenue => formulaUnknownField 5
        Amount => formulaUnknownField 1
        client.name => formulaUnknownField 1
        customer.colour => formulaUnknownField 1
        customer.owner.name => formulaTooFar 1
        id => formulaUnknownField 1
        version => formulaUnknownField 1
        deletedAt => formulaUnknownField 1
        sum(1, 2) => formulaUnknownFunction 1
        pg_sleep(10) => formulaUnknownFunction 1
        1 + round() => formulaArguments 5
        round(1, 2, 3) => formulaArguments 1
        if(true) => formulaArguments 1
        1 + code => formulaNeedsNumber 5
        -code => formulaNeedsNumber 2
        '5' * 2 => formulaNeedsNumber 1
        round(code) => formulaNeedsNumber 7
        left(code, 'x') => formulaNeedsNumber 12
        max(code, 1) => formulaNeedsNumber 5
        upper(amount) => formulaNeedsText 7
        contains(code, 5) => formulaNeedsText 16
        year(amount) => formulaNeedsDate 6
        today() - code => formulaNeedsNumber 11
        max('a', 'b') => formulaNeedsNumber 5
        max(orderedAt, 5) => formulaNeedsDate 16
        amount and true => formulaNeedsYesNo 1
        not code => formulaNeedsYesNo 5
        if(amount, 1, 2) => formulaNeedsYesNo 4
        if(true, 1, 'x') => formulaNeedsNumber 13
        if(true, 'x', 1) => formulaNeedsSameKind 15
        coalesce(true, 'x') => formulaNeedsSameKind 16
        amount = 'x' => formulaNeedsSameKind 10
        amount < empty => formulaNeedsSameKind 10
        true > false => formulaNeedsSameKind 8
        customer = owner => formulaNeedsSameKind 12
        year('2026-02-30') => formulaNotADate 6
        orderedAt > '31.12.2026' => formulaNotADate 13
        orderedAt > '+99999-01-01' => formulaNotADate 13
        state = 'payed' => formulaNotAChoice 9
        customer.value.layer = 'none' => formulaNotAChoice 24
        amount + customer.value.revenue => formulaMixedMoney 10
        amount > customer.value.revenue => formulaMixedMoney 10
        amount / customer.value.revenue => formulaMixedMoney 10
        if(true, amount, customer.value.revenue) => formulaMixedMoney 1
        1.12345678901 => formulaBadNumber 1
        12345678901234567890123456 => formulaBadNumber 1
        empty => formulaNothing 1
        if(true, empty) => formulaNothing 1
        """);
  }

  @Test
  void listsTheFieldsThatItReads() {
    var compiled =
        formulas.compile(
            types.named("order").orElseThrow(),
            "f",
            "if(state = 'paid', customer.region & customer.value.layer, margin & customer)",
            (_, name) -> name.equals("margin") ? Optional.of("amount - cost") : Optional.empty());

    assertThat(compiled.inputs())
        .containsExactlyInAnyOrder(
            "state",
            "customer.region",
            "customer.value.layer",
            "margin",
            "amount",
            "cost",
            "customer");
  }

  @Test
  void knowsTheCurrencyOfAmounts() {
    var order = types.named("order").orElseThrow();
    var own = formulas.compile(order, "f", "amount * 2", FormulaTypeTests::none);
    var base = formulas.compile(order, "f", "customer.value.revenue / 2", FormulaTypeTests::none);

    assertThat(own.money().map(MoneyUnit::currency)).contains(SALES_ORDER.CURRENCY);
    assertThat(base.money()).isEmpty();
  }

  @Test
  void refusesCirclesAndNamesThem() {
    var texts = new LinkedHashMap<String, String>();
    texts.put("x", "a + 1");
    texts.put("a", "if(lineCount > 1, 5, b * 2)");
    texts.put("b", "lineCount + c");
    texts.put("c", "a");
    texts.put("broken", "a + (");

    assertThat(formulas.circle(texts)).contains(List.of("a", "b", "c", "a"));
    assertThat(mistake(texts, "x").arguments()).isEqualTo(List.of(1, "a → b → c → a"));
    assertThat(mistake(texts, "a").arguments()).isEqualTo(List.of(22, "a → b → c → a"));
    texts.put("c", "c");
    assertThat(mistake(texts, "c").arguments()).isEqualTo(List.of(1, "c → c"));
    texts.put("c", "1");
    assertThat(formulas.circle(texts)).isEmpty();
  }

  @Test
  void refusesChainsOfFormulasThatGrowWithoutBounds() {
    var doubling = new LinkedHashMap<String, String>();
    var longer = new LinkedHashMap<String, String>();
    for (var i = 0; i < 1_000; i++) {
      doubling.put("f" + i, "f%1$d + f%1$d".formatted(i + 1));
      longer.put("f" + i, "f" + (i + 1));
    }
    doubling.put("f15", "lineCount");
    longer.put("f1000", "lineCount");

    assertThat(mistake(doubling, "f0").code()).isEqualTo("formulaTooComplex");
    assertThat(mistake(longer, "f0").code()).isEqualTo("formulaTooDeep");
    assertThat(formulas.circle(longer)).isEmpty();
    assertThat(answer("order", "1" + "+1".repeat(500))).isEqualTo("formulaTooDeep 200");
  }

  @Test
  void saysWhichOtherFormulaIsWrong() {
    var texts = Map.of("a", "1 + b", "b", "gone * 2", "far", "customer.score");

    assertThat(mistake(texts, "a").in("formula"))
        .isEqualTo(new FieldError("formula", "formulaBroken", List.of(5, "b")));
    assertThat(
            answer(
                "order",
                "customer.score",
                (type, name) ->
                    type.name().equals("customer") && name.equals("score")
                        ? Optional.of("1")
                        : Optional.empty()))
        .isEqualTo("formulaTooFar 1");
  }

  @Test
  void hasWordsForEveryMistake() {
    for (var mistake : Mistake.values()) {
      for (var language : Labels.LANGUAGES) {
        assertThat(labels.find(language, "error." + mistake.code(), 7, "x", "y", "z"))
            .as(mistake.code())
            .hasValueSatisfying(words -> assertThat(words).doesNotContain("{"));
      }
    }
  }

  private void answers(String object, String table) {
    var actual =
        table
            .lines()
            .map(line -> line.substring(0, line.indexOf(" => ")))
            .map(text -> text + " => " + answer(object, text) + "\n")
            .collect(joining());

    assertThat(actual).isEqualTo(table);
  }

  private String answer(String object, String text) {
    return answer(object, text, FormulaTypeTests::none);
  }

  private String answer(String object, String text, FormulaTexts others) {
    try {
      var type = types.named(object).orElseThrow();
      var compiled = formulas.compile(type, "f", text, others);
      assertThat(compiled.on(Aliases.of(type.table(), "t"))).isNotNull();
      return compiled.kind().code();
    } catch (FormulaError e) {
      return e.code() + " " + e.position();
    }
  }

  private FormulaError mistake(Map<String, String> texts, String field) {
    try {
      formulas.compile(
          types.named("order").orElseThrow(),
          field,
          texts.get(field),
          (_, name) -> Optional.ofNullable(texts.get(name)));
    } catch (FormulaError e) {
      return e;
    }
    throw new AssertionError(field + " was taken");
  }

  private static Optional<String> none(ObjectType type, String field) {
    return Optional.empty();
  }
}
