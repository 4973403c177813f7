package org.kezhi.history;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.kezhi.db.Tables.AUDIT_ENTRY;
import static org.kezhi.db.Tables.TIMELINE_PIN;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Settings;
import org.kezhi.reading.Cursor;
import org.kezhi.record.Aliases;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;
import org.kezhi.record.TimelineEntry;
import org.springframework.stereotype.Component;

/// The pieces of the one statement that finds the entries of a history: each reads as many rows
/// from its index as a page has.
@Component
class TimelineParts {

  static final int PINNED = 0;
  static final int UPCOMING = 1;
  static final int PAST = 2;
  static final Field<Integer> PHASE = field(name("phase"), SQLDataType.INTEGER);
  static final Field<OffsetDateTime> AT = field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE(6));
  static final Field<String> OBJECT = field(name("object"), SQLDataType.VARCHAR);
  static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);

  private static final int MOST_UPCOMING = 20;

  private final ObjectTypes types;
  private final Policy policy;
  private final Settings settings;
  private final BesideParts beside;

  TimelineParts(ObjectTypes types, Policy policy, Settings settings, BesideParts beside) {
    this.types = types;
    this.policy = policy;
    this.settings = settings;
    this.beside = beside;
  }

  /// The record whose history is wanted, and by whom.
  record Subject(Viewer viewer, ObjectType type, UUID id) {}

  /// A kind of record that refers to the subject.
  private record Link(ObjectType kind, RecordField reference, Table<?> table) {

    Field<?> column(Field<?> column) {
      return kind.field(column).on(table);
    }

    Field<UUID> id() {
      return StandardColumns.id(table);
    }

    Field<OffsetDateTime> at() {
      return column(kind.timeline().orElseThrow().at()).coerce(AT);
    }

    Optional<TimelineEntry.Plan> plan() {
      return kind.timeline().flatMap(entry -> Optional.ofNullable(entry.plan()));
    }

    /// What is not done by when it is due.
    Optional<Condition> planned() {
      return plan()
          .map(plan ->
              column(plan.due())
                  .isNotNull()
                  .and(column(plan.done()).coerce(Boolean.class).isFalse()));
    }
  }

  List<Select<Record4<Integer, OffsetDateTime, String, UUID>>> of(
      Subject subject, TimelineQuery query) {
    var parts = new ArrayList<Select<Record4<Integer, OffsetDateTime, String, UUID>>>();
    for (var link : links(subject)) {
      if (query.shows(link.kind.name())) {
        parts.add(past(subject, link, query));
        if (query.isFirstPage() && isPlannable(subject, link)) {
          parts.add(upcoming(subject, link, query));
        }
      }
      if (query.isFirstPage() && !query.isFiltered()) {
        parts.add(pinned(subject, link));
      }
    }
    parts.addAll(beside.of(subject, query));
    if (query.shows(TimelineQuery.CHANGE) && query.text() == null) {
      parts.add(changes(subject, query));
    }
    return parts;
  }

  /// Whether a record stands in the history of the subject, for its viewer.
  Condition contains(Subject subject, String object, UUID entry) {
    return or(
        links(subject).stream()
            .filter(link -> link.kind.name().equals(object))
            .map(link ->
                DSL.exists(
                    select(inline(1))
                        .from(link.table)
                        .where(visible(subject, link))
                        .and(link.id().eq(entry))))
            .toList());
  }

  private List<Link> links(Subject subject) {
    var links = new ArrayList<Link>();
    for (var kind : types.all()) {
      for (var reference : kind.timelineReferences()) {
        if (types.target(reference).equals(subject.type)
            && policy.maySee(subject.viewer, kind)
            && policy.visibleField(subject.viewer, kind, reference.name()).isPresent()) {
          links.add(new Link(kind, reference, Aliases.of(kind.table(), "t")));
        }
      }
    }
    return links;
  }

  private Select<Record4<Integer, OffsetDateTime, String, UUID>> past(
      Subject subject, Link link, TimelineQuery query) {
    var at = link.at();
    return DSL.selectFrom(
        select(inline(PAST).as(PHASE), at.as(AT), inline(link.kind.name()).as(OBJECT), link.id())
            .from(link.table)
            .where(visible(subject, link))
            .and(link.planned().map(Condition::not).orElse(noCondition()))
            .and(matching(subject, link, query))
            .and(query.within(at, settings.zone()))
            .and(Cursor.before(at, link.id(), query.cursor()))
            .orderBy(at.desc(), link.id().desc())
            .limit(query.limit() + 1)
            .asTable("past"));
  }

  private Select<Record4<Integer, OffsetDateTime, String, UUID>> upcoming(
      Subject subject, Link link, TimelineQuery query) {
    var at = link.column(link.plan().orElseThrow().due()).coerce(AT);
    return DSL.selectFrom(
        select(
                inline(UPCOMING).as(PHASE),
                at.as(AT),
                inline(link.kind.name()).as(OBJECT),
                link.id())
            .from(link.table)
            .where(visible(subject, link))
            .and(link.planned().orElseThrow())
            .and(matching(subject, link, query))
            .and(query.within(at, settings.zone()))
            .orderBy(at, link.id())
            .limit(MOST_UPCOMING)
            .asTable("upcoming"));
  }

  private Select<Record4<Integer, OffsetDateTime, String, UUID>> pinned(
      Subject subject, Link link) {
    var at = link.at();
    return DSL.selectFrom(
        select(inline(PINNED).as(PHASE), at.as(AT), inline(link.kind.name()).as(OBJECT), link.id())
            .from(link.table)
            .join(TIMELINE_PIN)
            .on(TIMELINE_PIN.ENTRY_ID.eq(link.id()))
            .and(TIMELINE_PIN.ENTRY_OBJECT.eq(link.kind.name()))
            .where(visible(subject, link))
            .and(TIMELINE_PIN.RECORD_ID.eq(subject.id))
            .and(TIMELINE_PIN.OBJECT.eq(subject.type.name()))
            .orderBy(TIMELINE_PIN.PINNED_AT.desc())
            .limit(1)
            .asTable("pinned"));
  }

  /// An entry of the audit has a number, which makes an id too.
  private Select<Record4<Integer, OffsetDateTime, String, UUID>> changes(
      Subject subject, TimelineQuery query) {
    var id = field("lpad(to_hex({0}), 32, '0')::uuid", SQLDataType.UUID, AUDIT_ENTRY.ID);
    return DSL.selectFrom(
        select(
                inline(PAST).as(PHASE),
                AUDIT_ENTRY.AT.as(AT),
                inline(TimelineQuery.CHANGE).as(OBJECT),
                id.as(ID))
            .from(AUDIT_ENTRY)
            .where(AUDIT_ENTRY.RECORD_ID.eq(subject.id))
            .and(AUDIT_ENTRY.OBJECT.eq(subject.type.name()))
            .and(query.person() == null ? noCondition() : AUDIT_ENTRY.ACTOR.eq(query.person()))
            .and(query.within(AUDIT_ENTRY.AT, settings.zone()))
            .and(Cursor.before(AUDIT_ENTRY.AT, id, query.cursor()))
            .orderBy(AUDIT_ENTRY.AT.desc(), AUDIT_ENTRY.ID.desc())
            .limit(query.limit() + 1)
            .asTable("changes"));
  }

  private Condition visible(Subject subject, Link link) {
    return link.reference
        .on(link.table)
        .coerce(UUID.class)
        .eq(subject.id)
        .and(StandardColumns.deletedAt(link.table).isNull())
        .and(policy.rows(subject.viewer, Use.READ, link.kind, link.table));
  }

  private boolean isPlannable(Subject subject, Link link) {
    return link.plan().stream()
            .flatMap(plan -> Stream.of(plan.due(), plan.done()))
            .map(column -> link.kind.field(column).name())
            .filter(field -> policy.visibleField(subject.viewer, link.kind, field).isPresent())
            .count()
        == 2;
  }

  private Condition matching(Subject subject, Link link, TimelineQuery query) {
    var kinds = query.kindsOf(link.kind.name());
    Condition matching = noCondition();
    if (!kinds.isEmpty()) {
      matching =
          policy
              .visibleField(subject.viewer, link.kind, "kind")
              .map(kind -> kind.on(link.table).coerce(String.class).in(kinds))
              .orElse(falseCondition());
    }
    if (query.person() != null) {
      var people =
          Stream.concat(
                  link.kind.owner().stream().map(owner -> link.column(owner).coerce(UUID.class)),
                  Stream.of(StandardColumns.createdBy(link.table)))
              .map(column -> column.eq(query.person()))
              .toList();
      matching = matching.and(or(people));
    }
    return query.text() == null ? matching : matching.and(saying(subject, link, query.text()));
  }

  private Condition saying(Subject subject, Link link, String text) {
    return or(
        link.kind.searched().stream()
            .filter(field -> field.kind().isText() && field.isStored())
            .filter(
                field -> policy.visibleField(subject.viewer, link.kind, field.name()).isPresent())
            .map(field -> field.on(link.table).coerce(String.class).containsIgnoreCase(text))
            .toList());
  }
}
