package org.kezhi.mention;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.kezhi.db.Tables.APP_USER;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kezhi.access.Policy;
import org.kezhi.access.Use;
import org.kezhi.access.Viewer;
import org.kezhi.access.Viewers;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Repository;

/// Knows who works here, and who of them may see a record.
@Repository
class PeopleQueries {

  private static final int MOST = 50;

  private final DSLContext db;
  private final Policy policy;
  private final Viewers viewers;

  PeopleQueries(DSLContext db, Policy policy, Viewers viewers) {
    this.db = db;
    this.policy = policy;
    this.viewers = viewers;
  }

  /// Whose name stands behind an at sign somewhere in a text; longer names may hold shorter ones.
  List<Colleague> named(String text) {
    return db.select(APP_USER.ID, APP_USER.DISPLAY_NAME)
        .from(APP_USER)
        .where(working())
        .and(APP_USER.DISPLAY_NAME.ne(""))
        .and(position(val(text), concat(inline("@"), APP_USER.DISPLAY_NAME)).gt(0))
        .limit(MOST)
        .fetch(mapping(Colleague::new));
  }

  List<Colleague> called(String part) {
    return db.select(APP_USER.ID, APP_USER.DISPLAY_NAME)
        .from(APP_USER)
        .where(working())
        .and(
            part.isBlank()
                ? noCondition()
                : APP_USER
                    .DISPLAY_NAME
                    .containsIgnoreCase(part.strip())
                    .or(APP_USER.USER_NAME.containsIgnoreCase(part.strip())))
        .orderBy(APP_USER.DISPLAY_NAME, APP_USER.ID)
        .limit(MOST)
        .fetch(mapping(Colleague::new));
  }

  /// Those who may see a record, in one statement.
  List<Colleague> whoSee(ObjectType type, UUID record, List<Colleague> people) {
    var sights = people.stream().map(person -> sight(type, record, person.id())).toList();
    if (sights.isEmpty()) {
      return people;
    }
    var seen = db.select(sights.stream().map(DSL::field).toList()).fetchSingle();
    return people.stream()
        .filter(person -> Boolean.TRUE.equals(seen.get(people.indexOf(person), Boolean.class)))
        .toList();
  }

  boolean isSeen(Viewer viewer, ObjectType type, UUID record) {
    return Boolean.TRUE.equals(
        db.select(DSL.field(sight(viewer, type, record))).fetchSingle().value1());
  }

  private Condition sight(ObjectType type, UUID record, UUID person) {
    return viewers
        .find(person)
        .map(viewer -> sight(viewer, type, record))
        .orElse(DSL.falseCondition());
  }

  private Condition sight(Viewer viewer, ObjectType type, UUID record) {
    var table = type.table();
    return exists(
        selectOne()
            .from(table)
            .where(StandardColumns.id(table).eq(record))
            .and(StandardColumns.deletedAt(table).isNull())
            .and(policy.rows(viewer, Use.READ, type, table)));
  }

  private static Condition working() {
    return APP_USER.ACTIVE.isTrue().and(APP_USER.DELETED_AT.isNull());
  }
}
