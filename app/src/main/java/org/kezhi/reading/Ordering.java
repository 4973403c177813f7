package org.kezhi.reading;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.Formula;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;

/// The order of a list, always ended by the id, and the condition that goes on behind a cursor.
final class Ordering {

  private final List<Key> keys;
  private final Field<UUID> id;
  private final boolean idDescending;

  Ordering(Source source, List<SortKey> wanted) {
    this.keys =
        wanted.stream()
            .map(key -> new Key(source.column(key.field()), key.descending(), key.field()))
            .toList();
    this.id = wanted.isEmpty() ? source.id() : source.idBeside(wanted.getLast().field());
    this.idDescending = !wanted.isEmpty() && wanted.getLast().descending();
  }

  List<SortField<?>> orderBy() {
    var order = new ArrayList<SortField<?>>();
    for (var key : keys) {
      SortField<?> sorted = key.descending ? key.column.desc() : key.column.asc();
      order.add(key.field.isNullable() ? sorted.nullsLast() : sorted);
    }
    order.add(idDescending ? id.desc() : id.asc());
    return order;
  }

  List<Field<?>> columns() {
    var columns = new ArrayList<Field<?>>();
    keys.forEach(key -> columns.add(key.column));
    columns.add(id);
    return columns;
  }

  /// The place of a row in the order, from a row that holds our columns.
  Cursor cursor(Record row) {
    return new Cursor(
        keys.stream().map(key -> Cursor.text(row.get(key.column))).toList(), row.get(id));
  }

  /// What comes behind the cursor. The first key stands alone too, because an index can use it.
  Condition after(@Nullable Cursor cursor) {
    if (cursor == null) {
      return noCondition();
    }
    if (cursor.keys().size() != keys.size()) {
      throw Cursor.invalid();
    }
    var steps = new ArrayList<Condition>();
    Condition equalSoFar = noCondition();
    for (var i = 0; i < keys.size(); i++) {
      var key = keys.get(i);
      var value = cursor.keys().get(i);
      steps.add(and(equalSoFar, key.behind(value)));
      equalSoFar = equalSoFar.and(key.equal(value));
    }
    steps.add(and(equalSoFar, idDescending ? id.lt(cursor.id()) : id.gt(cursor.id())));
    var bound =
        keys.isEmpty() ? noCondition() : keys.getFirst().notBefore(cursor.keys().getFirst());
    return bound.and(or(steps));
  }

  /// One sort key: a column, its direction, and nulls always at the end.
  private record Key(Field<?> column, boolean descending, RecordField field) {

    Condition behind(@Nullable String value) {
      if (value == null) {
        return falseCondition();
      }
      var past = descending ? typed().lt(typed(value)) : typed().gt(typed(value));
      return field.isNullable() ? past.or(column.isNull()) : past;
    }

    Condition equal(@Nullable String value) {
      return value == null ? column.isNull() : typed().eq(typed(value));
    }

    Condition notBefore(@Nullable String value) {
      if (field.isNullable() || value == null) {
        return noCondition();
      }
      return descending ? typed().le(typed(value)) : typed().ge(typed(value));
    }

    @SuppressWarnings("unchecked") // compared only with values converted to the column's own type
    private Field<Object> typed() {
      return (Field<Object>) column;
    }

    private Field<Object> typed(String value) {
      return val(Cursor.value(value, column), typed().getDataType());
    }
  }

  /// A field and the direction in which a list is sorted by it.
  record SortKey(RecordField field, boolean descending) {

    /// Goes by a stored field instead of a computed one that it puts into order too.
    static SortKey of(ObjectType type, RecordField field, boolean descending) {
      return Optional.ofNullable(field.formula())
          .flatMap(Formula::reversed)
          .flatMap(type::field)
          .map(stored -> new SortKey(stored, !descending))
          .orElseGet(() -> new SortKey(field, descending));
    }
  }
}
