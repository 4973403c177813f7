package org.kezhi.duplicate;

import static org.kezhi.db.Tables.APP_USER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.duplicate.DuplicateHit.DuplicateOwner;
import org.kezhi.record.FieldValues;
import org.kezhi.record.Match;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Compares what somebody is typing with the records that are there.
@Repository
class LiveCheck {

  private static final int MOST = 5;

  private final DSLContext db;
  private final Policy policy;
  private final KeyRepository keys;
  private final TraitRows rows;

  LiveCheck(DSLContext db, Policy policy, KeyRepository keys, TraitRows rows) {
    this.db = db;
    this.policy = policy;
    this.keys = keys;
    this.rows = rows;
  }

  /// @param itself the record that is being edited, if it is there already
  List<DuplicateHit> find(
      Viewer viewer, ObjectType type, Map<String, @Nullable Object> values, @Nullable UUID itself) {
    var typed = Traits.of(type.matches(), match -> typed(viewer, type, match, values));
    var wanted = Keys.of(typed);
    if (wanted.isEmpty()) {
      return List.of();
    }
    var alike = new ArrayList<>(keys.alike(type, wanted));
    alike.remove(itself);
    var found = new HashMap<UUID, Likeness>();
    rows.of(type, alike)
        .forEach((id, traits) -> {
          var likeness = Likeness.of(typed, traits);
          if (likeness.score() >= Likeness.WORTH_ASKING) {
            found.put(id, likeness);
          }
        });
    return found.isEmpty() ? List.of() : hits(viewer, type, found);
  }

  /// Only what the viewer could write is compared; what is half typed tells nothing yet.
  private @Nullable Object typed(
      Viewer viewer, ObjectType type, Match match, Map<String, @Nullable Object> values) {
    if (policy.access(viewer, type, match.field()) != FieldAccess.WRITABLE) {
      return null;
    }
    try {
      return FieldValues.read(match.field(), values.get(match.field().name()));
    } catch (FieldValues.NotAValue _) {
      return null;
    }
  }

  private List<DuplicateHit> hits(Viewer viewer, ObjectType type, Map<UUID, Likeness> found) {
    var table = type.table();
    var id = StandardColumns.id(table);
    var title = type.titleField().column().cast(String.class).as("title");
    var isSeen =
        DSL.coalesce(
                DSL.field(DSL.trueCondition().and(policy.rows(viewer, Use.READ, type, table))),
                DSL.inline(false))
            .as("seen");
    Field<UUID> owner = type.owner().orElse(DSL.castNull(StandardColumns.id(table)));
    Condition hears =
        policy.hearsOfOthers(viewer, type)
            ? DSL.trueCondition()
            : policy.rows(viewer, Use.READ, type, table);
    return db
        .select(id, title, isSeen, APP_USER.ID, APP_USER.DISPLAY_NAME)
        .from(table)
        .leftJoin(APP_USER)
        .on(APP_USER.ID.eq(owner))
        .where(id.in(found.keySet()))
        .and(hears)
        .fetch(row -> {
          var likeness = Objects.requireNonNull(found.get(row.value1()));
          var isShown =
              row.value3()
                  && policy.visibleField(viewer, type, type.titleField().name()).isPresent();
          var name = Objects.requireNonNullElse(row.value2(), "");
          return new DuplicateHit(
              row.value3() ? row.value1() : null,
              isShown ? name : Policy.masked(name),
              row.value4() == null ? null : new DuplicateOwner(row.value4(), row.value5()),
              likeness.score(),
              likeness.reasons());
        })
        .stream()
        .sorted(Comparator.comparing(DuplicateHit::score).reversed())
        .limit(MOST)
        .toList();
  }
}
