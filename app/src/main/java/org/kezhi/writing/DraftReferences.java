package org.kezhi.writing;

import static org.jooq.impl.DSL.any;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.record.MoneyUnit;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Asks the database where the references of one draft may point to.
@Repository
class DraftReferences {

  private final DSLContext db;
  private final Policy policy;
  private final ObjectTypes types;

  DraftReferences(DSLContext db, Policy policy, ObjectTypes types) {
    this.db = db;
    this.policy = policy;
    this.types = types;
  }

  Reach of(Viewer viewer) {
    return new Reach() {
      @Override
      public boolean includes(Draft draft, RecordField field, List<UUID> wanted) {
        return mayBeChosen(viewer, types.target(field), wanted)
            || (!draft.isNew()
                && mayBeChosen(viewer, types.target(field), added(viewer, draft, field, wanted)));
      }

      @Override
      public List<UUID> unseen(Draft draft, RecordField field) {
        return draft.isNew() ? List.of() : DraftReferences.this.unseen(viewer, draft, field);
      }
    };
  }

  /// Whoever merges a target with another is waited for.
  private boolean mayBeChosen(Viewer viewer, ObjectType target, Collection<UUID> wanted) {
    var ids = Set.copyOf(wanted);
    var id = StandardColumns.id(target.table());
    return ids.isEmpty()
        || db.select(id)
            .from(target.table())
            .where(id.eq(any(ids.toArray(UUID[]::new))))
            .and(StandardColumns.deletedAt(target.table()).isNull())
            .and(policy.choices(viewer, target, target.table()))
            .forKeyShare()
            .fetchSet(id)
            .containsAll(ids);
  }

  /// Those to which the record, which the viewer must see, does not point yet.
  private Set<UUID> added(Viewer viewer, Draft draft, RecordField field, List<UUID> wanted) {
    var own = draft.type().table();
    var pointed =
        field.kind().isMany()
            ? DSL.field("unnest({0})", SQLDataType.UUID, field.column())
            : field.column().coerce(UUID.class);
    var added = new HashSet<>(wanted);
    db.select(pointed)
        .from(own)
        .where(StandardColumns.id(own).eq(draft.id()))
        .and(policy.rows(viewer, Use.READ, draft.type(), own))
        .forEach(row -> added.remove(row.value1()));
    return added;
  }

  /// The currency of a record whose amounts are in that of the one to which it refers.
  Optional<String> currency(Draft draft, MoneyUnit unit) {
    var through = Objects.requireNonNull(unit.through());
    var own = draft.type().table();
    var given =
        draft.changes(through)
            ? DSL.val(draft.get(through))
            : DSL.field(
                DSL.select(through).from(own).where(StandardColumns.id(own).eq(draft.id())));
    return db.select(unit.currency())
        .from(unit.table())
        .where(StandardColumns.id(unit.table()).eq(given))
        .fetchOptional(unit.currency());
  }

  private List<UUID> unseen(Viewer viewer, Draft draft, RecordField field) {
    var own = draft.type().table();
    var target = types.target(field).table().as("there");
    var shown = types.target(field).table();
    var known =
        StandardColumns.deletedAt(shown)
            .isNull()
            .and(policy.names(viewer, types.target(field), shown));
    return db.select(StandardColumns.id(target))
        .from(own)
        .join(target)
        .on(StandardColumns.id(target).eq(any(field.column().coerce(UUID[].class))))
        .where(StandardColumns.id(own).eq(draft.id()))
        .and(
            StandardColumns.id(target)
                .notIn(DSL.select(StandardColumns.id(shown)).from(shown).where(known)))
        .orderBy(
            DSL.function(
                "array_position", Integer.class, field.column(), StandardColumns.id(target)))
        .fetch(StandardColumns.id(target));
  }
}
