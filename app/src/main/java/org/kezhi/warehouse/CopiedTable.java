package org.kezhi.warehouse;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;

/// What a company has added to a kind of record, or a whole one that it has made, as the warehouse
/// holds it: the columns have the names that they have in PostgreSQL.
///
/// @param source under which the queue of changes knows it
/// @param whole whether the company has made all of it, so that its title and places come along
record CopiedTable(String source, Table<?> from, List<RecordField> fields, boolean whole) {

  static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);

  private static final int DIGITS = 24;
  private static final String TITLE = "name";
  private static final List<String> PLACES = List.of("owner_id", "unit_id");

  Table<?> target() {
    return table(name((whole ? "object_" : "custom_") + from.getName()));
  }

  /// The columns of the warehouse, in the order of [#rows].
  List<Field<?>> columns() {
    var columns = new ArrayList<Field<?>>();
    columns.add(ID);
    if (whole) {
      columns.add(field(name(TITLE), SQLDataType.VARCHAR));
      columns.add(field(name("created_on"), SQLDataType.LOCALDATE));
      places().forEach(place -> columns.add(field(name(place), SQLDataType.UUID)));
    }
    fields.forEach(known -> columns.add(field(known.column().getUnqualifiedName(), type(known))));
    return columns;
  }

  /// What tells two shapes of it apart: another one is fetched anew.
  String shape(ZoneId zone) {
    return columns().stream()
        .map(column ->
            column.getName()
                + " "
                + column.getDataType().getTypeName()
                + column.getDataType().scale())
        .collect(Collectors.joining(", ", zone.getId() + ": ", ""));
  }

  Select<?> rows(ZoneId zone, Condition which) {
    var values = new ArrayList<Field<?>>();
    values.add(StandardColumns.id(from));
    if (whole) {
      values.add(own(TITLE, SQLDataType.CLOB));
      values.add(day(own("created_at", SQLDataType.TIMESTAMPWITHTIMEZONE), zone));
      places().forEach(place -> values.add(own(place, SQLDataType.UUID)));
    }
    fields.forEach(known -> values.add(value(known, zone)));
    return DSL.select(values).from(from).where(StandardColumns.deletedAt(from).isNull()).and(which);
  }

  Select<?> rows(ZoneId zone) {
    return rows(zone, noCondition());
  }

  private List<String> places() {
    return PLACES.stream().filter(place -> from.field(place) != null).toList();
  }

  private <T> Field<T> own(String column, DataType<T> type) {
    return field(from.getQualifiedName().append(column), type);
  }

  /// Several values are one text, parted by semicolons as in files.
  private Field<?> value(RecordField known, ZoneId zone) {
    var column = known.on(from);
    return switch (known.kind()) {
      case CHOICES, REFERENCES -> field("array_to_string({0}, ';')", String.class, column);
      case YES_NO -> field("({0})::text", String.class, column);
      case INSTANT -> field("({0} at time zone {1})", column, inline(zone.getId()));
      default -> column;
    };
  }

  private static Field<LocalDate> day(Field<?> at, ZoneId zone) {
    return field("({0} at time zone {1})::date", LocalDate.class, at, inline(zone.getId()));
  }

  private static DataType<?> type(RecordField known) {
    return switch (known.kind()) {
      case NUMBER -> decimal(known.column().getDataType().scale());
      case MONEY, PERCENT -> decimal(6);
      case DATE -> SQLDataType.LOCALDATE;
      case INSTANT -> SQLDataType.LOCALDATETIME;
      case YES_NO -> SQLDataType.BOOLEAN;
      case REFERENCE -> SQLDataType.UUID;
      default -> SQLDataType.VARCHAR;
    };
  }

  private static DataType<BigDecimal> decimal(int scale) {
    return SQLDataType.DECIMAL(DIGITS, scale);
  }
}
