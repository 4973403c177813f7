package org.kezhi.intake;

import static org.kezhi.intake.Staging.FAULT;
import static org.kezhi.intake.Staging.MATCH;
import static org.kezhi.intake.Staging.TABLE;
import static org.kezhi.intake.StagingTable.unqualified;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QuantifiedSelect;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Holds the records that a batch changes or refers to until it is written, so that none of them
/// becomes part of another one or goes into the recycle bin in between. Records are held in the
/// order of their ids, as a merge holds them.
@Repository
class TargetLocks {

  /// Nobody merges colleagues, units and roles.
  private static final String SETTINGS = "settings";

  private final DSLContext db;

  TargetLocks(DSLContext db) {
    this.db = db;
  }

  /// Holds what a field points to, and opens the names of those that are gone by now.
  ///
  /// @return whether there are such names, which have to be looked for again
  boolean hold(Chunk chunk, ImportField field, ObjectType target) {
    if (SETTINGS.equals(target.group())) {
      return false;
    }
    var table = target.table();
    var id = StandardColumns.id(table);
    var found = chunk.staging().found(field);
    var isMany = field.rule().kind().isMany();
    var wanted =
        isMany
            ? DSL.select(DSL.field("unnest({0})", SQLDataType.UUID, found))
            : DSL.select(DSL.field("{0}", SQLDataType.UUID, found));
    count(
        DSL.select(id)
            .from(table)
            .where(id.in(wanted.from(TABLE).where(FAULT.isNull())))
            .orderBy(id)
            .forKeyShare());
    return open(found, isMany ? id.eq(any(found)) : id.eq(one(found)), target);
  }

  /// Holds the records that are there already, and forgets those that are gone by now.
  boolean holdMatches(Chunk chunk) {
    var id = StandardColumns.id(chunk.type().table());
    count(
        DSL.select(id)
            .from(chunk.type().table())
            .where(id.in(DSL.select(MATCH).from(TABLE).where(FAULT.isNull())))
            .orderBy(id)
            .forNoKeyUpdate());
    return open(MATCH, id.eq(MATCH), chunk.type());
  }

  /// The lock is taken by the database; no id has to come here.
  private void count(Select<?> locking) {
    db.fetchSingle("with held as ({0}) select count(*) from held", locking);
  }

  private boolean open(Field<?> found, Condition isFound, ObjectType target) {
    return db.update(TABLE)
            .setNull(unqualified(found))
            .from(target.table())
            .where(FAULT.isNull())
            .and(isFound)
            .and(StandardColumns.deletedAt(target.table()).isNotNull())
            .execute()
        > 0;
  }

  @SuppressWarnings("unchecked") // what the key of a single reference has become
  private static Field<UUID> one(Field<?> found) {
    return (Field<UUID>) found;
  }

  @SuppressWarnings("unchecked") // what the keys of several references have become
  private static QuantifiedSelect<Record1<UUID>> any(Field<?> found) {
    return DSL.any((Field<UUID[]>) found);
  }
}
