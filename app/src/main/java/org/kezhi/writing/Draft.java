package org.kezhi.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.FieldError;
import org.kezhi.record.ObjectType;

/// A record as it is about to be written: what changes, and what is wrong with it so far.
public final class Draft {

  private final ObjectType type;
  private final UUID id;
  private final boolean isNew;
  private final Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
  private final List<FieldError> errors = new ArrayList<>();
  private @Nullable Record stored;

  Draft(ObjectType type, UUID id, boolean isNew) {
    this.type = type;
    this.id = id;
    this.isNew = isNew;
  }

  public ObjectType type() {
    return type;
  }

  public UUID id() {
    return id;
  }

  public boolean isNew() {
    return isNew;
  }

  /// Whether the column is written, even to nothing.
  public boolean changes(Field<?> column) {
    return values.containsKey(column);
  }

  @SuppressWarnings("unchecked") // set() takes only values of the column's type
  public <T> @Nullable T get(Field<T> column) {
    return (@Nullable T) values.get(column);
  }

  /// The value as it will be: the new one, or the one that stays.
  public <T> @Nullable T now(Field<T> column) {
    return stored == null || changes(column) ? get(column) : stored.get(column);
  }

  public <T> void set(Field<T> column, @Nullable T value) {
    values.put(column, value);
  }

  public void reject(Field<?> column, String code, Object... arguments) {
    errors.add(FieldError.of(type.field(column).name(), code, arguments));
  }

  boolean isRejected(String fieldName) {
    return errors.stream().anyMatch(error -> error.field().equals(fieldName));
  }

  /// Tells the record as it is, for rules that look at what stays.
  void knows(Record row) {
    stored = row;
  }

  void put(Field<?> column, @Nullable Object value) {
    values.put(column, value);
  }

  public void reject(FieldError error) {
    errors.add(error);
  }

  /// What is written into which column.
  public Map<Field<?>, @Nullable Object> values() {
    return values;
  }

  public List<FieldError> errors() {
    return errors;
  }
}
