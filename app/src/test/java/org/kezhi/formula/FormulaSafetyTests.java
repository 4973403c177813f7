package org.kezhi.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CUSTOMER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.record.Aliases;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.CompanyData;
import org.springframework.beans.factory.annotation.Autowired;

/// No formula harms the statement that it stands in.
@AppTest
class FormulaSafetyTests {

  @Autowired Formulas formulas;
  @Autowired ObjectTypes types;
  @Autowired DSLContext db;

  private ObjectType type;
  private Table<?> table;

  @BeforeEach
  void fill() {
    new CompanyData(db).customer("Lantern Works");
    type = types.named("customer").orElseThrow();
    table = Aliases.of(type.table(), "t");
  }

  @Test
  void takesTextsForTexts() {
    for (var text :
        List.of(
            "'; drop table customer; --",
            "\\'; select 1; --",
            "{0} {1} ? :name ${x} {fn now()} %s",
            "$$ /* -- */ E'\\x41' \"quoted\"",
            "e\t\r\n\u007f\u2028\ufeff😀")) {
      var formula = "'" + text.replace("'", "''") + "' & name";

      assertThat(db.select(column(formula)).from(table).fetchSingle().value1())
          .isEqualTo(text + "Lantern Works");
    }
    assertThat(db.fetchCount(CUSTOMER)).isOne();
  }

  @Test
  void sortsAndGroupsByWhatIsAlwaysTheSame() {
    for (var text : List.of("true", "5", "-5", "'x'", "today()", "createdAt = createdAt", "1/0")) {
      var column = column(text);

      assertThat(db.select(column).from(table).groupBy(column).orderBy(column).fetch())
          .as(text)
          .hasSize(1);
    }
  }

  @Test
  void neverMakesAStatementFail() throws Exception {
    var numbers =
        List.of(
            "0",
            "-0.0000000001",
            "999999999999999999999999",
            "-999999999999999999999999",
            "(1/0)",
            "2147483648",
            "headCount",
            "value.rank");
    var dates = List.of("'0001-01-01'", "'9999-12-31'", "empty", "createdAt", "today()");
    var formulasToTry = new ArrayList<String>();
    for (var a : numbers) {
      List.of("abs(%s)", "floor(%s)", "ceil(%s)", "round(%s)", "'' & %s", "left(name, %s)")
          .forEach(pattern -> formulasToTry.add(pattern.formatted(a)));
      for (var b : numbers) {
        List.of("%s + %s", "%s - %s", "%s * %s", "%s / %s", "%s %% %s", "round(%s, %s)")
            .forEach(pattern -> formulasToTry.add(pattern.formatted(a, b)));
        formulasToTry.add("(%s * %s) * (%s / %s) * (%s + %s)".formatted(a, b, a, b, a, b));
      }
      for (var day : dates) {
        List.of("addDays(%s, %s)", "addMonths(%s, %s)", "year(addDays(%s, %s))")
            .forEach(pattern -> formulasToTry.add(pattern.formatted(day, a)));
      }
    }
    formulasToTry.add("round(" + "(".repeat(40) + "headCount" + "*headCount)".repeat(40) + ", 2)");
    formulasToTry.add("name" + "&name".repeat(90));
    formulasToTry.add("addDays(".repeat(90) + "createdAt" + ",headCount)".repeat(90));
    formulasToTry.add("if(headCount>1,".repeat(90) + "1" + ",2)".repeat(90));

    List<Field<?>> columns = new ArrayList<>();
    formulasToTry.forEach(text -> columns.add(column(text)));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var rows = threads.submit(() -> db.select(columns).from(table).fetch());
      assertThat(rows.get()).hasSize(1);
    }
  }

  private Field<?> column(String text) {
    return formulas.compile(type, "f", text, (_, _) -> Optional.empty()).on(table);
  }
}
