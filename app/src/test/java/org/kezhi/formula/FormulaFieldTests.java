package org.kezhi.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jooq.impl.DSL.name;
import static org.kezhi.db.Tables.CUSTOMER;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.record.Aliases;
import org.kezhi.record.Customization;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.testing.Api;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/// A formula is a field like any other.
@AppTest
class FormulaFieldTests {

  @Autowired Formulas formulas;
  @Autowired ObjectTypes types;
  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private Api admin;
  private ObjectType customers;
  private Customization before;

  @BeforeEach
  void add() {
    customers = types.named("customer").orElseThrow();
    before = customers.customization();
    customers.customize(
        new Customization(
            List.of(
                field("size", "if(headCount > 50, 'large', 'small')"),
                field("desks", "headCount / 7"),
                field("silent", "daysSinceContact + 1"),
                field("founded", "createdAt + 0 = today()")),
            List.of(),
            List.of(),
            Map.of(),
            List.of()));
    admin = new People(db, tokens, client).administrator();
    admin.create("/api/customers", "{\"name\":\"A\",\"headCount\":30}");
    admin.create("/api/customers", "{\"name\":\"B\",\"headCount\":140}");
    admin.create("/api/customers", "{\"name\":\"C\"}");
    admin.create("/api/customers", "{\"name\":\"D\",\"headCount\":71}");
  }

  @AfterEach
  void remove() {
    customers.customize(before);
  }

  @Test
  void isShownFilteredAndSorted() {
    var large =
        admin.list(
            "/api/customers",
            "{\"field\":\"size\",\"op\":\"eq\",\"value\":\"large\"}",
            "&columns=name,size,desks,founded&sort=-desks");

    assertThat(large.column("name")).isEqualTo("B,D");
    assertThat(large.column("desks")).isEqualTo("20,10.1428571429");
    assertThat(large.column("size")).isEqualTo("large,large");
    assertThat(large.column("founded")).isEqualTo("true,true");
  }

  @Test
  void countsOnWithWhatTheProgramComputes() {
    var customer = db.select(CUSTOMER.ID).from(CUSTOMER).where(CUSTOMER.NAME.eq("A"));
    admin.create(
        "/api/activities",
        "{\"kind\":\"call\",\"subject\":\"x\",\"customer\":\"%s\"}"
            .formatted(customer.fetchSingle().value1()));

    var told =
        admin.list(
            "/api/customers",
            "{\"field\":\"silent\",\"op\":\"eq\",\"value\":1}",
            "&columns=name,silent");
    assertThat(told.column("name") + told.column("silent")).isEqualTo("A1");
  }

  @Test
  void isComparedWithNumbers() {
    var many =
        admin.list(
            "/api/customers",
            "{\"field\":\"desks\",\"op\":\"between\",\"value\":[\"10.1428571429\",\"20\"]}",
            "&columns=name&sort=name");
    var none =
        admin.list("/api/customers", "{\"field\":\"desks\",\"op\":\"empty\"}", "&columns=name");

    assertThat(many.column("name")).isEqualTo("B,D");
    assertThat(none.column("name")).isEqualTo("C");
  }

  @Test
  void groupsRecordsAndIsSummed() {
    var groups =
        admin.post("/api/customers/groups", "{\"by\":[\"size\"],\"measures\":[\"sum:desks\"]}");

    assertThat(groups.body().get("groups").toString())
        .isEqualTo(
            "[{\"key\":{\"size\":\"large\"},\"count\":2,\"measures\":{\"sum:desks\":30.1428571429}},"
                + "{\"key\":{\"size\":\"small\"},\"count\":2,\"measures\":{\"sum:desks\":4.2857142857}}]");
  }

  @Test
  void leadsFromPageToPage() {
    var names = new StringBuilder();
    var cursor = "";
    do {
      var page = admin.get("/api/customers?columns=name,desks&sort=desks&limit=1" + cursor);
      names.append(page.column("name"));
      cursor =
          Optional.ofNullable(page.body().get("nextCursor"))
              .filter(next -> next.isString())
              .map(next -> "&cursor=" + next.stringValue())
              .orElse("");
    } while (!cursor.isEmpty() && names.length() < 10);

    assertThat(names.toString()).hasSize(4).contains("ADB");
  }

  @Test
  void isReadByNoFormulaOfAnotherKind() {
    assertThatExceptionOfType(FormulaError.class)
        .isThrownBy(() ->
            formulas.compile(
                types.named("order").orElseThrow(),
                "f",
                "customer.size",
                (_, _) -> Optional.empty()))
        .satisfies(e -> assertThat(e.code()).isEqualTo("formulaTooFar"));
  }

  private RecordField field(String name, String text) {
    var formula = formulas.compile(customers, name, text, (_, _) -> Optional.empty());
    var column = formula.on(Aliases.of(customers.table(), "t"));
    return new RecordField(
        name,
        formula.kind(),
        DSL.field(name(name), column.getDataType()),
        false,
        true,
        0,
        List.of(),
        null,
        null,
        null,
        formula);
  }
}
