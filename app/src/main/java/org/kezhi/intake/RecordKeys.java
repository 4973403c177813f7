package org.kezhi.intake;

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
    var added = type.customization().matched();
    return type.fields().stream()
        .filter(RecordField::isStored)
        .filter(field -> added.contains(field.name()) || isUnique(type, field.column()))
        .toList();
  }

  /// The codes that come with the program.
  static List<Field<String>> codes(ObjectType type) {
    return unique(type).stream()
        .filter(field -> field.kind() == FieldKind.TEXT && isUnique(type, field.column()))
        .map(RecordKeys::text)
        .toList();
  }

  /// What other records can call a record of this kind by: what is unique, then its title, then
  /// whatever else it is recognised by.
  static List<RecordField> names(ObjectType type) {
    var fields = new LinkedHashSet<RecordField>(unique(type));
    fields.add(type.titleField());
    fields.addAll(type.matchKeys());
    return fields.stream().filter(field -> field.kind().isText() && field.isStored()).toList();
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
