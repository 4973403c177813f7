package org.kezhi.layout;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.JSONB;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.Permission;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.access.Viewers;
import org.kezhi.audit.AuditContext;
import org.kezhi.layout.LayoutConditions.HiddenParts;
import org.kezhi.layout.LayoutDetail.Sight;
import org.kezhi.layout.LayoutRepository.Place;
import org.kezhi.platform.CommonProblem;
import org.kezhi.reading.RecordQueries;
import org.kezhi.reading.TypedRecord;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.PagePart;
import org.kezhi.record.RecordField;
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
  private final LayoutConditions conditions;
  private final LayoutCheck check;
  private final ObjectTypes types;
  private final Policy policy;
  private final Viewers viewers;
  private final AuditContext audit;
  private final JsonMapper json;

  Layouts(
      LayoutQueries queries,
      LayoutRepository repository,
      StandardLayout standard,
      RecordQueries records,
      LayoutConditions conditions,
      LayoutCheck check,
      ObjectTypes types,
      Policy policy,
      Viewers viewers,
      AuditContext audit,
      JsonMapper json) {
    this.queries = queries;
    this.repository = repository;
    this.standard = standard;
    this.records = records;
    this.conditions = conditions;
    this.check = check;
    this.types = types;
    this.policy = policy;
    this.viewers = viewers;
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
    var parts = standard.parts(type, language);
    return new LayoutDetail(
        place.object(),
        place.role(),
        own.map(LayoutQueries.Stored::version).orElse(0L),
        state,
        standard.fields(type, language),
        parts.stream().filter(part -> part.place() == PagePart.Place.TAB).toList(),
        parts.stream().filter(part -> part.place() != PagePart.Place.TAB).toList(),
        queries.roles(place.object()),
        sight(place, type));
  }

  @Transactional
  public void keep(Viewer viewer, Place place, long seen, LayoutState state) {
    viewer.require(Permission.ADMIN_SETTINGS);
    var type = type(place);
    requireRole(place);
    check.refuseErrors(viewer, type, state);
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

  /// What a record does not have, stored or as it is being typed, as its page is arranged for the
  /// viewer.
  @Transactional(readOnly = true)
  public HiddenParts hiddenParts(Viewer viewer, String object, TypedRecord typed) {
    var type =
        types
            .named(object)
            .filter(known -> policy.maySee(viewer, known))
            .filter(known -> typed.id() == null || isSeen(viewer, known, typed.id()))
            .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    return Optional.ofNullable(queries.of(viewer.id()).get(object))
        .map(state -> conditions.hidden(viewer, type, state, typed))
        .orElse(new HiddenParts(List.of(), List.of()));
  }

  private boolean isSeen(Viewer viewer, ObjectType type, UUID id) {
    return !records.find(viewer, type, List.of(id), List.of(type.titleField())).isEmpty();
  }

  private Sight sight(Place place, ObjectType type) {
    if (place.role() == null) {
      return Sight.FULL;
    }
    var somebody = viewers.holding(place.role());
    var cards =
        types.pointing(type).stream()
            .filter(link ->
                !policy.maySee(somebody, link.from())
                    || policy.visibleField(somebody, link.from(), link.field().name()).isEmpty())
            .map(StandardLayout::list)
            .toList();
    return new Sight(
        fields(somebody, type, FieldAccess.HIDDEN),
        fields(somebody, type, FieldAccess.READ_ONLY),
        cards);
  }

  private List<String> fields(Viewer somebody, ObjectType type, FieldAccess access) {
    return standard.own(type).stream()
        .filter(field -> policy.access(somebody, type, field) == access)
        .map(RecordField::name)
        .toList();
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
}
