package org.kezhi.history;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.kezhi.history.TimelineParts.AT;
import static org.kezhi.history.TimelineParts.ID;
import static org.kezhi.history.TimelineParts.OBJECT;
import static org.kezhi.history.TimelineParts.PAST;
import static org.kezhi.history.TimelineParts.PHASE;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.platform.Settings;
import org.kezhi.reading.Cursor;
import org.kezhi.reading.HappenedBeside;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The pieces of a history that are no records.
@Component
class BesideParts {

  private static final Field<UUID> BY = field(name("by"), SQLDataType.UUID);
  private static final Field<String> WORDS = field(name("words"), SQLDataType.VARCHAR);

  private final ObjectProvider<HappenedBeside> beside;
  private final Settings settings;

  BesideParts(ObjectProvider<HappenedBeside> beside, Settings settings) {
    this.beside = beside;
    this.settings = settings;
  }

  Optional<HappenedBeside> named(String name) {
    return beside.stream().filter(other -> other.name().equals(name)).findFirst();
  }

  List<Select<Record4<Integer, OffsetDateTime, String, UUID>>> of(
      TimelineParts.Subject subject, TimelineQuery query) {
    return beside.stream()
        .filter(other -> query.shows(other.name()))
        .map(other -> part(subject, other, query))
        .toList();
  }

  private Select<Record4<Integer, OffsetDateTime, String, UUID>> part(
      TimelineParts.Subject subject, HappenedBeside other, TimelineQuery query) {
    var happened =
        other
            .with(subject.type().name(), subject.id())
            .asTable("happened", AT.getName(), ID.getName(), BY.getName(), WORDS.getName());
    return DSL.selectFrom(
        select(inline(PAST).as(PHASE), AT, inline(other.name()).as(OBJECT), ID)
            .from(happened)
            .where(query.person() == null ? noCondition() : BY.eq(query.person()))
            .and(query.text() == null ? noCondition() : WORDS.containsIgnoreCase(query.text()))
            .and(query.within(AT, settings.zone()))
            .and(Cursor.before(AT, ID, query.cursor()))
            .orderBy(AT.desc(), ID.desc())
            .limit(query.limit() + 1)
            .asTable(other.name()));
  }
}
