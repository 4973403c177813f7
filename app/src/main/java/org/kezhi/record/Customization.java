package org.kezhi.record;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Field;

/// What a company has added to a kind of record.
///
/// @param fields the added fields, in the order in which people see them
/// @param searched the names of those that the search over everything looks into
/// @param matched the names of those by which an import recognises a record
/// @param standards what a new record holds in a field unless somebody says otherwise, by name
/// @param listed the names of those that lists and short forms show before anybody chooses
public record Customization(
    List<RecordField> fields,
    List<String> searched,
    List<String> matched,
    Map<String, String> standards,
    List<String> listed) {

  public static final Customization NONE =
      new Customization(List.of(), List.of(), List.of(), Map.of(), List.of());

  /// Without those that the database keeps by itself.
  Stream<Field<?>> columns() {
    return fields.stream()
        .filter(field -> field.isStored() && !field.readOnly())
        .map(RecordField::column);
  }
}
