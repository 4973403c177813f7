package org.kezhi.writing;

import static org.jooq.impl.DSL.any;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
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
      public boolean includes(RecordField field, List<UUID> wanted) {
        return areSeen(viewer, types.target(field), wanted);
      }

      @Override
      public List<UUID> unseen(Draft draft, RecordField field) {
        return draft.isNew() ? List.of() : DraftReferences.this.unseen(viewer, draft, field);
      }
    };
  }

  /// Everybody may refer to themselves. Whoever merges a target with another is waited for.
  private boolean areSeen(Viewer viewer, ObjectType target, List<UUID> wanted) {
    var others = new HashSet<>(wanted);
    if ("user".equals(target.name())) {
      others.remove(viewer.id());
    }
    var id = StandardColumns.id(target.table());
    return others.isEmpty()
        || db.select(id)
            .from(target.table())
            .where(id.eq(any(others.toArray(UUID[]::new))))
            .and(visible(viewer, target, target.table()))
            .forKeyShare()
            .fetchSet(id)
            .containsAll(others);
  }

  private Condition visible(Viewer viewer, ObjectType target, Table<?> table) {
    return StandardColumns.deletedAt(table)
        .isNull()
        .and(policy.rows(viewer, Use.READ, target, table));
  }

  private List<UUID> unseen(Viewer viewer, Draft draft, RecordField field) {
    var own = draft.type().table();
    var target = types.target(field).table().as("there");
    var shown = types.target(field).table();
    var visible = visible(viewer, types.target(field), shown);
    return db.select(StandardColumns.id(target))
        .from(own)
        .join(target)
        .on(StandardColumns.id(target).eq(any(field.column().coerce(UUID[].class))))
        .where(StandardColumns.id(own).eq(draft.id()))
        .and(
            StandardColumns.id(target)
                .notIn(DSL.select(StandardColumns.id(shown)).from(shown).where(visible)))
        .orderBy(
            DSL.function(
                "array_position", Integer.class, field.column(), StandardColumns.id(target)))
        .fetch(StandardColumns.id(target));
  }
}
