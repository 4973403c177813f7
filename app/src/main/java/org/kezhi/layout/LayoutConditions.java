package org.kezhi.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Problem;
import org.kezhi.reading.TypedRecord;
import org.kezhi.reading.TypedRecords;
import org.kezhi.record.Filter;
import org.kezhi.record.FilterReader;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The conditions on which sections and fields are shown.
@Component
class LayoutConditions {

  private final FilterReader filters;
  private final TypedRecords records;

  LayoutConditions(FilterReader filters, TypedRecords records) {
    this.filters = filters;
    this.records = records;
  }

  /// What one record does not have, by the names of sections and of fields.
  HiddenParts hidden(Viewer viewer, ObjectType type, LayoutState state, TypedRecord typed) {
    var sections = new LinkedHashMap<String, Filter>();
    for (var section : state.sections()) {
      section.condition().flatMap(this::read).ifPresent(f -> sections.put(section.id(), f));
    }
    var fields = new LinkedHashMap<String, Filter>();
    state.conditions().forEach((name, when) -> read(when).ifPresent(f -> fields.put(name, f)));
    return new HiddenParts(
        missing(viewer, type, typed, sections), missing(viewer, type, typed, fields));
  }

  private List<String> missing(
      Viewer viewer, ObjectType type, TypedRecord typed, Map<String, Filter> conditions) {
    var held = records.hold(viewer, type, typed, List.copyOf(conditions.values()));
    var names = List.copyOf(conditions.keySet());
    return names.stream().filter(name -> !held.get(names.indexOf(name))).toList();
  }

  /// The fields whose values a form must tell, so that conditions can be asked while it is filled.
  List<String> watched(ObjectType type, LayoutState state) {
    var watched = new TreeSet<String>();
    for (var section : state.sections()) {
      section.condition().flatMap(this::read).ifPresent(f -> watch(type, f, watched));
    }
    state.conditions().values().forEach(w -> read(w).ifPresent(f -> watch(type, f, watched)));
    return List.copyOf(watched);
  }

  private static void watch(ObjectType type, Filter filter, Set<String> watched) {
    switch (filter) {
      case Filter.And(var parts) -> parts.forEach(part -> watch(type, part, watched));
      case Filter.Or(var parts) -> parts.forEach(part -> watch(type, part, watched));
      case Filter.Not(var part) -> watch(type, part, watched);
      case Filter.Test test -> watch(type, test.field(), watched);
    }
  }

  /// A field, or the reference by which a path begins; of a formula what it is computed from.
  private static void watch(ObjectType type, String path, Set<String> watched) {
    var dot = path.indexOf('.');
    var name = dot < 0 || type.field(path).isPresent() ? path : path.substring(0, dot);
    type.field(name)
        .filter(_ -> watched.add(name))
        .flatMap(field -> Optional.ofNullable(field.formula()))
        .ifPresent(formula -> formula.inputs().forEach(input -> watch(type, input, watched)));
  }

  /// A condition that is no filter any more tells nothing.
  private Optional<Filter> read(JsonNode when) {
    try {
      return Optional.of(filters.read(when));
    } catch (Problem _) {
      return Optional.empty();
    }
  }

  /// What is not shown.
  record HiddenParts(List<String> sections, List<String> fields) {}
}
