package org.kezhi.record;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/// Knows every kind of record there is.
@Component
public class ObjectTypes {

  private final List<ObjectType> builtIn;
  private volatile Known known;

  ObjectTypes(List<ObjectType> types) {
    builtIn = List.copyOf(types);
    known = Known.of(builtIn);
  }

  /// Replaces the kinds of record that were made at run time.
  public void add(List<ObjectType> made) {
    known = Known.of(Stream.concat(builtIn.stream(), made.stream()).toList());
  }

  public List<ObjectType> all() {
    return known.all;
  }

  /// Those that come with the program.
  public List<ObjectType> builtIn() {
    return builtIn;
  }

  public Optional<ObjectType> named(String name) {
    return Optional.ofNullable(known.byName.get(name));
  }

  public Optional<ObjectType> at(String path) {
    return Optional.ofNullable(known.byPath.get(path));
  }

  /// The kind of record that lies in a table.
  public ObjectType in(Table<?> table) {
    var type = known.byTable.get(table.getName());
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
    return pointing(target).stream().filter(link -> !link.field().kind().isMany()).toList();
  }

  /// The references of other kinds of record to this one, and the fields with several of them.
  public List<Incoming> pointing(ObjectType target) {
    return all().stream()
        .flatMap(from ->
            from.fields().stream()
                .filter(field -> field.kind().isReference() && !field.readOnly())
                .filter(field -> target(field).equals(target))
                .map(field -> new Incoming(from, field)))
        .toList();
  }

  /// The references by which records of other kinds follow those of this one: into the recycle bin,
  /// out of it, and away for good.
  public List<Incoming> followers(ObjectType target) {
    return incoming(target).stream().filter(Incoming::follows).toList();
  }

  /// Whether records of other kinds stand in the histories of those of this one.
  public boolean hasTimeline(ObjectType target) {
    return all().stream()
        .flatMap(kind -> kind.timelineReferences().stream())
        .anyMatch(reference -> target(reference).equals(target));
  }

  /// A reference seen from its target.
  public record Incoming(ObjectType from, RecordField field) {

    public boolean follows() {
      return from.follows().contains(field.column());
    }

    /// The column of the referring table.
    public Field<UUID> column() {
      return field.on(from.table()).coerce(UUID.class);
    }
  }

  /// All kinds of record at one moment, and how to find one.
  private record Known(
      List<ObjectType> all,
      Map<String, ObjectType> byName,
      Map<String, ObjectType> byPath,
      Map<String, ObjectType> byTable) {

    static Known of(List<ObjectType> types) {
      return new Known(
          types.stream().sorted(Comparator.comparing(ObjectType::name)).toList(),
          index(types, ObjectType::name),
          index(types, ObjectType::path),
          index(types, type -> type.table().getName()));
    }

    private static Map<String, ObjectType> index(
        List<ObjectType> types, Function<ObjectType, String> key) {
      return types.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
  }
}
