package org.kezhi.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.JSONB;
import org.kezhi.access.Permission;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.kezhi.layout.LayoutRepository.Place;
import org.kezhi.layout.LayoutState.LayoutSection;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Problem;
import org.kezhi.reading.ListQuery;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.Filter;
import org.kezhi.record.FilterReader;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Keeps how record pages are arranged, and says which sections a record has.
@Service
class Layouts {

  private final LayoutQueries queries;
  private final LayoutRepository repository;
  private final StandardLayout standard;
  private final RecordQueries records;
  private final FilterReader filters;
  private final ObjectTypes types;
  private final Policy policy;
  private final AuditContext audit;
  private final JsonMapper json;

  Layouts(
      LayoutQueries queries,
      LayoutRepository repository,
      StandardLayout standard,
      RecordQueries records,
      FilterReader filters,
      ObjectTypes types,
      Policy policy,
      AuditContext audit,
      JsonMapper json) {
    this.queries = queries;
    this.repository = repository;
    this.standard = standard;
    this.records = records;
    this.filters = filters;
    this.types = types;
    this.policy = policy;
    this.audit = audit;
    this.json = json;
  }

  /// What a role has; else what everybody has; else what comes with the program.
  @Transactional(readOnly = true)
  public LayoutDetail get(Viewer viewer, Place place, Locale language) {
    viewer.require(Permission.ADMIN_SETTINGS);
    var type = type(place);
    var own = queries.find(place);
    var state =
        own.or(() -> queries.find(new Place(place.object(), null)))
            .map(LayoutQueries.Stored::state)
            .orElseGet(() -> standard.state(type));
    return new LayoutDetail(
        place.object(),
        place.role(),
        own.map(LayoutQueries.Stored::version).orElse(0L),
        state,
        standard.fields(type, language),
        standard.tabs(language),
        standard.cards(type, language),
        queries.roles(place.object()),
        place.role() == null ? List.of() : queries.unseen(place));
  }

  @Transactional
  public void keep(Viewer viewer, Place place, long seen, LayoutState state) {
    viewer.require(Permission.ADMIN_SETTINGS);
    var type = type(place);
    requireRole(place);
    refuseErrors(errors(viewer, type, state));
    audit.begin(viewer.id(), viewer.channel(), null);
    var stored = JSONB.valueOf(json.writeValueAsString(state));
    if (!repository.keep(place, seen, stored, viewer.id())) {
      throw LayoutProblem.STALE.with();
    }
  }

  @Transactional
  public void reset(Viewer viewer, Place place, long seen) {
    viewer.require(Permission.ADMIN_SETTINGS);
    type(place);
    audit.begin(viewer.id(), viewer.channel(), null);
    if (!repository.delete(place, seen)) {
      throw LayoutProblem.STALE.with();
    }
  }

  /// The sections that a record does not have, as its page is arranged for the viewer. A condition
  /// on what the viewer may not see tells nothing: its section is there.
  @Transactional(readOnly = true)
  public List<String> hiddenSections(Viewer viewer, String object, UUID id) {
    var type =
        types
            .named(object)
            .filter(known -> policy.maySee(viewer, known))
            .filter(known -> records.find(viewer, known, id).isPresent())
            .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    return Optional.ofNullable(queries.of(viewer.id()).get(object)).stream()
        .flatMap(state -> state.sections().stream())
        .filter(LayoutSection::isConditional)
        .filter(section -> !holds(viewer, type, section, id))
        .map(LayoutSection::id)
        .toList();
  }

  private boolean holds(Viewer viewer, ObjectType type, LayoutSection section, UUID id) {
    var one = new Filter.Test("id", Filter.Operator.IN, List.of(id.toString()));
    try {
      var both = new Filter.And(List.of(one, filters.read(section.when())));
      return records.count(viewer, type, query(both)).total() > 0;
    } catch (Problem unseen) {
      return true;
    }
  }

  private List<FieldError> errors(Viewer viewer, ObjectType type, LayoutState state) {
    var errors = new ArrayList<FieldError>();
    var ids = new HashSet<String>();
    var placed = new HashSet<String>();
    var known = standard.own(type);
    for (var section : state.sections()) {
      if (!ids.add(section.id())) {
        errors.add(FieldError.of("sections." + section.id(), "taken"));
      }
      for (var name : section.fields()) {
        if (known.stream().noneMatch(field -> field.name().equals(name))) {
          errors.add(FieldError.of(name, "unknownField"));
        } else if (!placed.add(name)) {
          errors.add(FieldError.of(name, "taken"));
        }
      }
      if (section.isConditional()) {
        errors.addAll(wrong(viewer, type, section));
      }
    }
    known.stream()
        .filter(field -> StandardLayout.isRequired(field) && state.hidden().contains(field.name()))
        .forEach(field -> errors.add(FieldError.of(field.name(), "required")));
    return errors;
  }

  private List<FieldError> wrong(Viewer viewer, ObjectType type, LayoutSection section) {
    try {
      records.check(viewer, type, query(filters.read(section.when())));
      return List.of();
    } catch (Problem refused) {
      return refused.errors().isEmpty()
          ? List.of(FieldError.of("sections." + section.id(), "notAFilter"))
          : refused.errors();
    }
  }

  private static ListQuery query(Filter filter) {
    return new ListQuery(filter, List.of(), List.of(), 1, null, null);
  }

  private ObjectType type(Place place) {
    return types.named(place.object()).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  private void requireRole(Place place) {
    if (place.role() != null
        && queries.roles(place.object()).stream().noneMatch(r -> r.id().equals(place.role()))) {
      throw CommonProblem.NOT_FOUND.with();
    }
  }

  private static void refuseErrors(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw CommonProblem.INVALID.in(errors);
    }
  }
}
