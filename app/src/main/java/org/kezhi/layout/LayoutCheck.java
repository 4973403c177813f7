package org.kezhi.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Problem;
import org.kezhi.reading.ListQuery;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.FilterReader;
import org.kezhi.record.ObjectType;
import org.kezhi.record.PagePart.Place;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Refuses layouts that name what is not there, or hide what nobody can do without.
@Component
class LayoutCheck {

  private final StandardLayout standard;
  private final RecordQueries records;
  private final FilterReader filters;

  LayoutCheck(StandardLayout standard, RecordQueries records, FilterReader filters) {
    this.standard = standard;
    this.records = records;
    this.filters = filters;
  }

  void refuseErrors(Viewer viewer, ObjectType type, LayoutState state) {
    var errors = new ArrayList<FieldError>();
    errors.addAll(misplaced(type, state));
    errors.addAll(indispensable(type, state));
    for (var section : state.sections()) {
      section
          .condition()
          .ifPresent(w -> errors.addAll(wrong(viewer, type, "sections." + section.id(), w)));
    }
    state.conditions().forEach((name, when) -> errors.addAll(wrong(viewer, type, name, when)));
    if (!errors.isEmpty()) {
      throw CommonProblem.INVALID.in(errors);
    }
  }

  private List<FieldError> misplaced(ObjectType type, LayoutState state) {
    var errors = new ArrayList<FieldError>();
    var ids = new HashSet<String>();
    var placed = new HashSet<String>();
    for (var section : state.sections()) {
      if (!ids.add(section.id())) {
        errors.add(FieldError.of("sections." + section.id(), "taken"));
      }
      for (var name : section.fields()) {
        if (!isKnown(type, name)) {
          errors.add(FieldError.of(name, "unknownField"));
        } else if (!placed.add(name)) {
          errors.add(FieldError.of(name, "taken"));
        }
      }
    }
    state.conditions().keySet().stream()
        .filter(name -> !isKnown(type, name))
        .forEach(name -> errors.add(FieldError.of(name, "unknownField")));
    return errors;
  }

  /// A field without which nothing can be saved must not be out of sight, nor may the last tab.
  private List<FieldError> indispensable(ObjectType type, LayoutState state) {
    var errors = new ArrayList<FieldError>();
    standard.own(type).stream()
        .filter(StandardLayout::isRequired)
        .map(field -> field.name())
        .filter(name -> state.hidden().contains(name) || state.conditions().containsKey(name))
        .forEach(name -> errors.add(FieldError.of(name, "required")));
    var tabs =
        standard.parts(type, Locale.ENGLISH).stream()
            .filter(part -> part.place() == Place.TAB)
            .toList();
    if (tabs.stream().allMatch(tab -> state.hiddenTabs().contains(tab.name()))) {
      errors.add(FieldError.of("tabs", "required"));
    }
    return errors;
  }

  private boolean isKnown(ObjectType type, String name) {
    return standard.own(type).stream().anyMatch(field -> field.name().equals(name));
  }

  private List<FieldError> wrong(Viewer viewer, ObjectType type, String place, JsonNode when) {
    try {
      records.check(viewer, type, ListQuery.of(filters.read(when), null));
      return List.of();
    } catch (Problem refused) {
      return refused.errors().isEmpty()
          ? List.of(FieldError.of(place, "notAFilter"))
          : refused.errors();
    }
  }
}
