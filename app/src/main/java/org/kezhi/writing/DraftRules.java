package org.kezhi.writing;

import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Component;

/// Applies the rules of the modules, and those that hold for every kind of record.
@Component
class DraftRules {

  private static final Field<UUID> ABOVE = DSL.field(DSL.name("above", "id"), SQLDataType.UUID);

  private final DSLContext db;
  private final Map<String, List<WriteRule>> rules;

  DraftRules(DSLContext db, List<WriteRule> rules) {
    this.db = db;
    this.rules = rules.stream().collect(Collectors.groupingBy(WriteRule::object));
  }

  void apply(Draft draft) {
    draft.type().hierarchy().ifPresent(parent -> refuseCircle(draft, parent));
    if (draft.errors().isEmpty() && isRuled(draft.type())) {
      if (!draft.isNew()) {
        read(draft.type(), List.of(draft));
      }
      ask(draft);
    }
  }

  /// The rules of the module alone, for records that are there already.
  void applyAll(ObjectType type, List<Draft> drafts) {
    read(type, drafts);
    drafts.forEach(this::ask);
  }

  private void ask(Draft draft) {
    rules.getOrDefault(draft.type().name(), List.of()).forEach(rule -> rule.apply(draft));
  }

  /// Gives the drafts their records as they are, all in one statement.
  private void read(ObjectType type, List<Draft> drafts) {
    var id = StandardColumns.id(type.table());
    var ids = drafts.stream().map(Draft::id).toArray(UUID[]::new);
    var rows = db.selectFrom(type.table()).where(id.eq(DSL.any(ids))).fetchMap(id);
    for (var draft : drafts) {
      var row = rows.get(draft.id());
      if (row != null) {
        draft.knows(row);
      }
    }
  }

  boolean isRuled(ObjectType type) {
    return rules.containsKey(type.name());
  }

  /// Nothing may stand above itself, over however many steps.
  private void refuseCircle(Draft draft, Field<UUID> parent) {
    var next = draft.get(parent);
    if (draft.isNew() || next == null) {
      return;
    }
    oneAtATime(draft.type());
    var table = draft.type().table();
    var id = StandardColumns.id(table);
    var above =
        DSL.name("above")
            .fields("id")
            .as(
                select(DSL.val(next))
                    .union(
                        select(parent)
                            .from(table)
                            .join(DSL.table(DSL.name("above")))
                            .on(id.eq(ABOVE))
                            .where(parent.isNotNull())));
    if (db.fetchExists(
        db.withRecursive(above).select(ABOVE).from(above).where(ABOVE.eq(draft.id())))) {
      draft.reject(parent, "circle");
    }
  }

  /// Two writers, each of whom closes half of a circle, would not see each other.
  private void oneAtATime(ObjectType type) {
    db.execute("select pg_advisory_xact_lock(hashtext({0}))", DSL.val("kezhi tree " + type.name()));
  }
}
