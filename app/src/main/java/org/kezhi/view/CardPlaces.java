package org.kezhi.view;

import static org.jooq.impl.DSL.selectOne;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.Aliases;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts a card where somebody wants it in the column of a board: below the cards that they saw
/// above it, for everybody.
@Service
class CardPlaces {

  private final DSLContext db;
  private final CardPlaceRepository repository;
  private final RecordQueries records;
  private final Policy policy;

  CardPlaces(DSLContext db, CardPlaceRepository repository, RecordQueries records, Policy policy) {
    this.db = db;
    this.repository = repository;
    this.records = records;
    this.policy = policy;
  }

  @Transactional
  public void put(Viewer viewer, ObjectType type, UUID id, List<UUID> above) {
    if (records.find(viewer, type, List.of(id), List.of()).isEmpty()) {
      throw CommonProblem.NOT_FOUND.with();
    } else if (!mayChange(viewer, type, id)) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    var seen =
        records.find(viewer, type, above, List.of()).stream()
            .map(record -> record.get("id"))
            .toList();
    var others =
        above.stream().distinct().filter(other -> !other.equals(id) && seen.contains(other));
    place(type.name(), id, others.toList());
  }

  /// What has no place yet and shall stand above gets one, too; what has one keeps it.
  private void place(String object, UUID id, List<UUID> above) {
    repository.lock(object);
    var placed = repository.placed(object, above);
    var fresh = new ArrayList<>(above.stream().filter(other -> !placed.contains(other)).toList());
    fresh.add(id);
    var last = repository.lastOf(object, above);
    var next = repository.nextTo(object, last, id);
    repository.put(object, fresh, Ranks.between(last, next, fresh.size()));
  }

  private boolean mayChange(Viewer viewer, ObjectType type, UUID id) {
    var table = Aliases.of(type.table(), "t");
    return db.fetchExists(
        selectOne()
            .from(table)
            .where(StandardColumns.id(table).eq(id))
            .and(policy.rows(viewer, Use.UPDATE, type, table)));
  }
}
