package org.kezhi.record;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/// Knows every kind of record there is.
@Component
public class ObjectTypes {

  private final List<ObjectType> all;
  private final Map<String, ObjectType> byName;
  private final Map<String, ObjectType> byPath;
  private final Map<String, ObjectType> byTable;

  ObjectTypes(List<ObjectType> types) {
    all = types.stream().sorted(Comparator.comparing(ObjectType::name)).toList();
    byName = index(ObjectType::name);
    byPath = index(ObjectType::path);
    byTable = index(type -> type.table().getName());
  }

  public List<ObjectType> all() {
    return all;
  }

  public Optional<ObjectType> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Optional<ObjectType> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /// The kind of record that lies in a table.
  public ObjectType in(Table<?> table) {
    var type = byTable.get(table.getName());
    if (type == null) {
      throw new IllegalArgumentException("No object type for " + table.getName());
    }
    return type;
  }

  /// The kind of record that a reference points to.
  public ObjectType target(RecordField reference) {
    return in(reference.references());
  }

  /// The references of other kinds of record to this one.
  public List<Incoming> incoming(ObjectType target) {
    return all.stream()
        .flatMap(from ->
            from.fields().stream()
                .filter(field -> field.kind() == FieldKind.REFERENCE && !field.readOnly())
                .filter(field -> target(field).equals(target))
                .map(field -> new Incoming(from, field)))
        .toList();
  }

  private Map<String, ObjectType> index(Function<ObjectType, String> key) {
    return all.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
  }

  /// A reference seen from its target.
  public record Incoming(ObjectType from, RecordField field) {}
}
