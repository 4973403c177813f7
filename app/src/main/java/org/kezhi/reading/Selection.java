package org.kezhi.reading;

import static org.jooq.impl.DSL.field;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableLike;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.Aliases;
import org.kezhi.record.FieldKind;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;

/// The fields that a statement selects and how its rows become JSON; references bring their title.
final class Selection {

  private static final int NOTHING = -1;

  private final Source source;
  private final String baseCurrency;
  private final Map<Field<?>, Integer> columns = new LinkedHashMap<>();
  private final List<Cell> cells = new ArrayList<>();
  private final List<Title> titles = new ArrayList<>();

  Selection(Source source, String baseCurrency) {
    this.source = source;
    this.baseCurrency = baseCurrency;
    place(source.id());
    place(StandardColumns.version(source.main()));
  }

  void add(RecordField field) {
    var column = place(source.column(field));
    var beside = field.money() == null ? NOTHING : place(source.currency(field.money()));
    cells.add(new Cell(field, column, beside));
  }

  /// A reference whose title is shown; the condition leaves out targets that stay unseen.
  void add(RecordField reference, Field<?> title, Function<Table<?>, Condition> visible) {
    var alias = Aliases.of(reference.references(), "r" + titles.size());
    var shown = new Title(reference, alias, title, visible.apply(alias));
    titles.add(shown);
    cells.add(new Cell(reference, place(source.column(reference)), place(shown.column())));
  }

  /// Several references with their titles, those that stay unseen left out.
  void add(RecordField references, Field<?> titled) {
    cells.add(new Cell(references, place(titled), NOTHING));
  }

  /// What a statement selects first; [#json] goes by the places of these columns.
  List<Field<?>> columns() {
    return new ArrayList<>(columns.keySet());
  }

  private int place(Field<?> column) {
    var next = columns.size();
    var known = columns.putIfAbsent(column, next);
    return known == null ? next : known;
  }

  Table<?> from() {
    Table<?> from = source.from();
    for (var title : titles) {
      from =
          from.leftJoin((TableLike<?>) title.alias)
              .on(
                  StandardColumns.id(title.alias)
                      .eq(source.column(title.reference).coerce(UUID.class))
                      .and(title.visible));
    }
    return from;
  }

  Map<String, @Nullable Object> json(Record row) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("id", row.get(0));
    json.put("version", row.get(1));
    for (var cell : cells) {
      nest(json, cell.field).put(cell.field.ownName(), value(row, cell));
    }
    return json;
  }

  @SuppressWarnings("unchecked") // only we put maps in, one for each extension
  private static Map<String, @Nullable Object> nest(
      Map<String, @Nullable Object> json, RecordField field) {
    var extension = field.extension();
    return extension == null
        ? json
        : (Map<String, @Nullable Object>)
            json.computeIfAbsent(
                extension.prefix(), _ -> new LinkedHashMap<String, @Nullable Object>());
  }

  private @Nullable Object value(Record row, Cell cell) {
    var field = cell.field;
    var value = row.get(cell.column);
    if (value == null || (field.extension() != null && "none".equals(value))) {
      return field.kind().isMany() ? List.of() : null;
    }
    return switch (value) {
      case UUID id when field.kind() == FieldKind.REFERENCE ->
          reference(id, cell.beside == NOTHING ? null : row.get(cell.beside));
      case BigDecimal amount when field.kind() == FieldKind.MONEY -> money(row, cell, amount);
      default -> plain(value);
    };
  }

  /// A value as JSON has it.
  static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal number -> plain(number);
      case OffsetDateTime at -> at.toInstant().toString();
      case LocalDate day -> day.toString();
      case String[] several -> List.of(several);
      default -> value;
    };
  }

  static Map<String, @Nullable Object> money(BigDecimal amount, @Nullable Object currency) {
    var money = new LinkedHashMap<String, @Nullable Object>();
    money.put("amount", plain(amount).toPlainString());
    money.put("currency", currency);
    return money;
  }

  static Map<String, @Nullable Object> reference(UUID id, @Nullable Object title) {
    var reference = new LinkedHashMap<String, @Nullable Object>();
    reference.put("id", id);
    reference.put("title", title);
    return reference;
  }

  private Map<String, @Nullable Object> money(Record row, Cell cell, BigDecimal amount) {
    return money(amount, cell.beside == NOTHING ? baseCurrency : row.get(cell.beside));
  }

  private static BigDecimal plain(BigDecimal number) {
    var plain = number.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /// Where a field stands in a row, and where its currency or its title, if it has one.
  private record Cell(RecordField field, int column, int beside) {}

  /// The title of a referenced record, joined under an alias of its own.
  private record Title(RecordField reference, Table<?> alias, Field<?> title, Condition visible) {

    Field<String> column() {
      return field(alias.getQualifiedName().append(title.getUnqualifiedName()), String.class);
    }
  }
}
