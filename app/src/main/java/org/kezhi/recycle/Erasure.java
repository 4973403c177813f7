package org.kezhi.recycle;

import static org.jooq.impl.DSL.any;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.kezhi.platform.CommonProblem;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordProblem;
import org.kezhi.record.StandardColumns;
import org.kezhi.record.StillNeeded;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Erases records that lie in the recycle bin, those that followed them first. The journal keeps
/// their last values. What something else still refers to stays.
@Service
class Erasure {

  private final DSLContext db;
  private final ObjectTypes types;
  private final Policy policy;
  private final AuditContext audit;
  private final LooseRows loose;
  private final List<StillNeeded> needs;

  Erasure(
      DSLContext db,
      ObjectTypes types,
      Policy policy,
      AuditContext audit,
      LooseRows loose,
      List<StillNeeded> needs) {
    this.db = db;
    this.types = types;
    this.policy = policy;
    this.audit = audit;
    this.loose = loose;
    this.needs = needs;
  }

  /// Erases one record for somebody who may.
  @Transactional
  void erase(Viewer viewer, String path, UUID id) {
    var type = policy.visible(viewer, path);
    viewer.require(Permission.RECYCLE);
    if (!isErasable(type)) {
      throw RecordProblem.STILL_USED.with();
    }
    var table = type.table();
    var isThere =
        db.fetchExists(
            table,
            StandardColumns.id(table).eq(id),
            StandardColumns.deletedAt(table).isNotNull(),
            policy.rows(viewer, Use.DELETE, type, table));
    if (!isThere) {
      throw CommonProblem.NOT_FOUND.with();
    }
    audit.begin(viewer.id(), viewer.channel(), null);
    try {
      erase(type, List.of(id));
    } catch (DataIntegrityViolationException used) {
      throw RecordProblem.STILL_USED.with();
    }
  }

  /// Erases a batch of records, in a transaction of its own, and tells how many it was.
  ///
  /// @throws DataIntegrityViolationException if something else refers to one of them
  @Transactional
  int erase(UUID run, ObjectType type, List<UUID> ids) {
    audit.begin(null, "job", run);
    return erase(type, ids);
  }

  private int erase(ObjectType type, List<UUID> ids) {
    var erased = 0;
    for (var link : types.followers(type)) {
      var table = link.from().table();
      var following =
          db.select(StandardColumns.id(table))
              .from(table)
              .where(link.column().eq(any(ids.toArray(UUID[]::new))))
              .and(StandardColumns.deletedAt(table).isNotNull())
              .fetch(StandardColumns.id(table));
      if (!following.isEmpty()) {
        erased += erase(link.from(), following);
      }
    }
    var id = StandardColumns.id(type.table());
    var gone =
        db.deleteFrom(type.table())
            .where(id.eq(any(ids.toArray(UUID[]::new))))
            .and(StandardColumns.deletedAt(type.table()).isNotNull())
            .returningResult(id)
            .fetch(id);
    loose.erase(db, type, gone);
    return erased + gone.size();
  }

  /// Records that have lain there since before a moment.
  List<UUID> ripe(ObjectType type, OffsetDateTime before, @Nullable UUID after, int most) {
    var table = type.table();
    var id = StandardColumns.id(table);
    var old = StandardColumns.deletedAt(table).lt(before);
    for (var need : needs) {
      old = old.andNot(need.stillNeeded(type, id));
    }
    return db.select(id)
        .from(table)
        .where(after == null ? old : old.and(id.gt(after)))
        .orderBy(id)
        .limit(most)
        .fetch(id);
  }

  /// Histories name the people and units that were there.
  private static boolean isErasable(ObjectType type) {
    return !type.group().equals("settings");
  }

  /// All kinds of record that can go; those to which fewer refer come first.
  List<ObjectType> inOrder() {
    return types.all().stream()
        .filter(Erasure::isErasable)
        .sorted(
            Comparator.comparing((ObjectType type) -> types.incoming(type).size())
                .thenComparing(ObjectType::name))
        .toList();
  }
}
