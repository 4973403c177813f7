package org.kezhi.measure;

import static org.jooq.impl.DSL.noCondition;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.CUSTOMER_VALUE;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.kezhi.warehouse.StarSchema.DimCustomer;
import org.kezhi.warehouse.StarSchema.FactContact;
import org.kezhi.warehouse.StarSchema.FactSale;
import org.kezhi.warehouse.Warehouse;

/// A warehouse that a test writes by hand, and the figures that follow from it.
final class SalesBook implements AutoCloseable {

  static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  private final Warehouse.Session session;
  private final Map<String, UUID> customers = new HashMap<>();
  private ValueSettings settings = ValueSettings.defaults();

  SalesBook(Path folder) {
    session = new Warehouse(folder, "512MiB", 2).open();
    session.db().execute("begin transaction");
  }

  /// Forgets everything that was written.
  void clear() {
    session.db().execute("rollback");
    session.db().execute("begin transaction");
    customers.clear();
    settings = ValueSettings.defaults();
  }

  <T> T value(Field<T> expression) {
    return session.db().select(expression).fetchSingle().value1();
  }

  SalesBook with(ValueSettings changed) {
    settings = changed;
    return this;
  }

  UUID customer(String code) {
    return customer(code, "existing");
  }

  UUID customer(String code, String status) {
    return customers.computeIfAbsent(
        code,
        _ -> {
          var id = UUID.randomUUID();
          session.db().insertInto(DimCustomer.TABLE).values(id, code, status, null).execute();
          return id;
        });
  }

  SalesBook sale(String code, String amount, String... days) {
    return line(code, "confirmed", "1", amount, "0", days);
  }

  SalesBook returned(String code, String amount, String... days) {
    return line(code, "confirmed", "-1", "-" + amount, "0", days);
  }

  SalesBook saleWithCost(String code, String amount, String cost, String day) {
    return line(code, "confirmed", "1", amount, cost, day);
  }

  SalesBook line(
      String code, String state, String quantity, String amount, String cost, String... days) {
    for (var day : days) {
      session
          .db()
          .insertInto(
              FactSale.TABLE,
              FactSale.CUSTOMER,
              FactSale.DAY,
              FactSale.ORDER,
              FactSale.STATE,
              FactSale.QUANTITY,
              FactSale.REVENUE,
              FactSale.COST)
          .values(
              code.isEmpty() ? null : customer(code),
              LocalDate.parse(day),
              UUID.randomUUID(),
              state,
              new BigDecimal(quantity),
              new BigDecimal(amount),
              new BigDecimal(cost))
          .execute();
    }
    return this;
  }

  SalesBook contact(String code, String kind, String day) {
    session
        .db()
        .insertInto(FactContact.TABLE)
        .values(UUID.randomUUID(), customer(code), LocalDate.parse(day), kind)
        .execute();
    return this;
  }

  Figures on(LocalDate asOf) {
    var period = FigurePeriod.of(asOf, settings);
    new CustomerFigures(session.db(), period, settings).compute();
    return new Figures();
  }

  Figures on(String asOf) {
    return on(LocalDate.parse(asOf));
  }

  Figures today() {
    return on(TODAY);
  }

  ValueOverview overview(LocalDate asOf) {
    on(asOf);
    var frame = OverviewBuilder.Frame.of(FigurePeriod.of(asOf, settings), settings, "CNY");
    var counts = new ValueCounts(session.db(), CUSTOMER_VALUE, noCondition());
    return new OverviewBuilder(counts, frame).build(OverviewBuilder.Unattributed.NONE);
  }

  /// The figures of one day, by the customers' codes.
  final class Figures {

    private final Map<UUID, Record> rows =
        session
            .db()
            .select(measured())
            .from(CUSTOMER_VALUE)
            .fetchMap(CUSTOMER_VALUE.CUSTOMER_ID, row -> row);

    /// The table in PostgreSQL has copies of the customer's own columns besides.
    private static List<Field<?>> measured() {
      return Arrays.stream(CUSTOMER_VALUE.fields())
          .filter(column -> CUSTOMER.field(column.getName()) == null)
          .<Field<?>>map(column -> column)
          .toList();
    }

    <T> T of(String code, Field<T> figure) {
      return rows.get(customer(code)).get(figure);
    }

    <T> List<T> of(Field<T> figure, String... codes) {
      return Arrays.stream(codes).map(code -> of(code, figure)).toList();
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
