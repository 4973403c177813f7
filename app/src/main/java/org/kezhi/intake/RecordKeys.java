package org.kezhi.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jooq.Field;
import org.jooq.Index;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;

/// Knows by which texts records of a kind can be named.
final class RecordKeys {

  private RecordKeys() {}

  /// Fields of which no two records have the same value.
  static List<RecordField> unique(ObjectType type) {
    return type.fields().stream()
        .filter(field -> field.extension() == null && isUnique(type, field.column()))
        .toList();
  }

  /// What other records can call a record of this kind by: its code before its title.
  static List<Field<String>> names(ObjectType type) {
    var fields = new LinkedHashSet<RecordField>(unique(type));
    type.matchKeys().stream().limit(1).forEach(fields::add);
    fields.add(type.titleField());
    var names = new ArrayList<Field<String>>();
    for (var field : fields) {
      if (field.kind() == FieldKind.TEXT) {
        names.add(text(field));
      }
    }
    return names;
  }

  @SuppressWarnings("unchecked") // the columns of text fields are texts
  static Field<String> text(RecordField field) {
    return (Field<String>) field.column();
  }

  static boolean isUnique(ObjectType type, Field<?> column) {
    return type.table().getIndexes().stream()
        .filter(Index::getUnique)
        .anyMatch(index ->
            index.getFields().size() == 1
                && index.getFields().getFirst().getName().equals(column.getName()));
  }
}
