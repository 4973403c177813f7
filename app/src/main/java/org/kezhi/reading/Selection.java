package org.kezhi.reading;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableLike;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.FieldKind;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;

/// The fields that a statement selects and how its rows become JSON; references bring their title.
final class Selection {

  private final Source source;
  private final String baseCurrency;
  private final List<RecordField> fields = new ArrayList<>();
  private final Set<Field<?>> columns = new LinkedHashSet<>();
  private final Map<RecordField, Title> titles = new LinkedHashMap<>();

  Selection(Source source, String baseCurrency) {
    this.source = source;
    this.baseCurrency = baseCurrency;
    columns.add(source.id());
    columns.add(StandardColumns.version(source.main()));
  }

  void add(RecordField field) {
    fields.add(field);
    columns.add(source.column(field));
    if (field.currency() != null) {
      columns.add(currency(field.currency()));
    }
  }

  /// A reference whose title is shown; the condition leaves out targets that stay unseen.
  void add(RecordField reference, Field<?> title, Function<Table<?>, Condition> visible) {
    fields.add(reference);
    columns.add(source.column(reference));
    var alias = reference.references().as(name("r" + titles.size()));
    var shown = new Title(alias, title, visible.apply(alias));
    titles.put(reference, shown);
    columns.add(shown.column());
  }

  List<Field<?>> columns() {
    return new ArrayList<>(columns);
  }

  Table<?> from() {
    Table<?> from = source.from();
    for (var shown : titles.entrySet()) {
      var title = shown.getValue();
      from =
          from.leftJoin((TableLike<?>) title.alias)
              .on(
                  StandardColumns.id(title.alias)
                      .eq(source.column(shown.getKey()).coerce(UUID.class))
                      .and(title.visible));
    }
    return from;
  }

  Map<String, @Nullable Object> json(Record row) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("id", row.get(source.id()));
    json.put("version", row.get(StandardColumns.version(source.main())));
    for (var field : fields) {
      nest(json, field).put(field.ownName(), value(row, field));
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

  private @Nullable Object value(Record row, RecordField field) {
    var value = row.get(source.column(field));
    if (value == null || (field.extension() != null && "none".equals(value))) {
      return null;
    }
    return switch (value) {
      case UUID id when field.kind() == FieldKind.REFERENCE -> reference(row, field, id);
      case BigDecimal amount when field.kind() == FieldKind.MONEY -> money(row, field, amount);
      case BigDecimal number -> plain(number);
      case OffsetDateTime at -> at.toInstant().toString();
      case LocalDate day -> day.toString();
      default -> value;
    };
  }

  private Map<String, @Nullable Object> reference(Record row, RecordField field, UUID id) {
    var reference = new LinkedHashMap<String, @Nullable Object>();
    reference.put("id", id);
    var title = titles.get(field);
    reference.put("title", title == null ? null : row.get(title.column()));
    return reference;
  }

  private Map<String, @Nullable Object> money(Record row, RecordField field, BigDecimal amount) {
    var money = new LinkedHashMap<String, @Nullable Object>();
    money.put("amount", plain(amount).toPlainString());
    money.put(
        "currency", field.currency() == null ? baseCurrency : row.get(currency(field.currency())));
    return money;
  }

  private Field<?> currency(Field<String> column) {
    var found = source.main().field(column.getUnqualifiedName());
    if (found == null) {
      throw new IllegalStateException("No currency column " + column);
    }
    return found;
  }

  private static BigDecimal plain(BigDecimal number) {
    var plain = number.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /// The title of a referenced record, joined under an alias of its own.
  private record Title(Table<?> alias, Field<?> title, Condition visible) {

    Field<String> column() {
      return field(alias.getQualifiedName().append(title.getUnqualifiedName()), String.class);
    }
  }
}
