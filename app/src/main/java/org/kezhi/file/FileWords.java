package org.kezhi.file;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.kezhi.db.Tables.ATTACHMENT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kezhi.search.FoundBeside;
import org.springframework.stereotype.Repository;

/// A record is found by the names of its files.
@Repository
class FileWords implements FoundBeside {

  private static final int MOST = 100;

  private final DSLContext db;

  FileWords(DSLContext db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "#files";
  }

  @Override
  public Map<UUID, String> of(String object, List<UUID> ids) {
    return db
        .select(ATTACHMENT.RECORD_ID, ATTACHMENT.NAME)
        .from(ATTACHMENT)
        .where(isThere(object))
        .and(ATTACHMENT.RECORD_ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .orderBy(ATTACHMENT.ID)
        .fetch()
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> row.value1(),
                Collectors.mapping(row -> row.value2(), Collectors.joining("\n"))));
  }

  @Override
  public Field<String[]> each(String object, Field<UUID> id) {
    return DSL.array(
        select(ATTACHMENT.NAME)
            .from(ATTACHMENT)
            .where(isThere(object))
            .and(ATTACHMENT.RECORD_ID.eq(id))
            .orderBy(ATTACHMENT.ID)
            .limit(inline(MOST)));
  }

  private static Condition isThere(String object) {
    return ATTACHMENT.OBJECT.eq(inline(object)).and(ATTACHMENT.REMOVED_AT.isNull());
  }
}
