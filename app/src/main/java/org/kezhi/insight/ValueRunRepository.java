package org.kezhi.insight;

import static org.kezhi.db.Tables.VALUE_RUN;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.kezhi.db.tables.records.ValueRunRecord;
import org.kezhi.measure.FigurePeriod;
import org.kezhi.measure.ValueOverview;
import org.kezhi.measure.ValueThresholds;
import org.kezhi.platform.Ids;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Writes down every run and which of them is current.
@Repository
class ValueRunRepository {

  private final DSLContext db;
  private final JsonMapper json;
  private final Clock clock;

  ValueRunRepository(DSLContext db, JsonMapper json, Clock clock) {
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  /// Notes that a run begins; those that a killed program left unfinished have failed.
  @Transactional
  ValueRunRecord begin(FigurePeriod period, VersionedSettings settings, @Nullable UUID startedBy) {
    db.update(VALUE_RUN)
        .set(VALUE_RUN.STATE, "failed")
        .set(VALUE_RUN.FINISHED_AT, now())
        .where(VALUE_RUN.STATE.eq("running"))
        .execute();
    return db.insertInto(VALUE_RUN)
        .set(VALUE_RUN.ID, Ids.next())
        .set(VALUE_RUN.AS_OF, period.asOf())
        .set(VALUE_RUN.PREVIOUS_AS_OF, period.previousAsOf())
        .set(VALUE_RUN.WINDOW_START, period.windowStart())
        .set(VALUE_RUN.SETTINGS, stored(settings.settings()))
        .set(VALUE_RUN.SETTINGS_VERSION, settings.version())
        .set(VALUE_RUN.STARTED_AT, now())
        .set(VALUE_RUN.CREATED_BY, startedBy)
        .returning()
        .fetchSingle();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void makeCurrent(
      ValueRunRecord run, long changed, ValueOverview overview, ValueThresholds thresholds) {
    db.update(VALUE_RUN).set(VALUE_RUN.CURRENT, false).where(VALUE_RUN.CURRENT).execute();
    var finishedAt = now();
    db.update(VALUE_RUN)
        .set(VALUE_RUN.CURRENT, true)
        .set(VALUE_RUN.STATE, "done")
        .set(VALUE_RUN.FINISHED_AT, finishedAt)
        .set(VALUE_RUN.MILLIS, Duration.between(run.getStartedAt(), finishedAt).toMillis())
        .set(VALUE_RUN.LINES, overview.totals().lines())
        .set(VALUE_RUN.CUSTOMERS, overview.totals().customers())
        .set(VALUE_RUN.BUYERS, overview.totals().buyers())
        .set(VALUE_RUN.CHANGED_CUSTOMERS, changed)
        .set(VALUE_RUN.OVERVIEW, stored(overview))
        .set(VALUE_RUN.THRESHOLDS, stored(thresholds))
        .where(VALUE_RUN.ID.eq(run.getId()))
        .execute();
  }

  @Transactional
  void failed(ValueRunRecord run, String error) {
    db.update(VALUE_RUN)
        .set(VALUE_RUN.STATE, "failed")
        .set(VALUE_RUN.FINISHED_AT, now())
        .set(VALUE_RUN.ERROR, error)
        .where(VALUE_RUN.ID.eq(run.getId()))
        .execute();
  }

  Optional<ValueRunRecord> current() {
    return db.selectFrom(VALUE_RUN).where(VALUE_RUN.CURRENT).fetchOptional();
  }

  List<ValueRun> latest(int limit) {
    return db.select(
            VALUE_RUN.ID,
            VALUE_RUN.NUMBER,
            VALUE_RUN.AS_OF,
            VALUE_RUN.STATE,
            VALUE_RUN.CURRENT,
            VALUE_RUN.SETTINGS_VERSION,
            VALUE_RUN.STARTED_AT,
            VALUE_RUN.FINISHED_AT,
            VALUE_RUN.MILLIS,
            VALUE_RUN.LINES,
            VALUE_RUN.CUSTOMERS,
            VALUE_RUN.BUYERS,
            VALUE_RUN.CHANGED_CUSTOMERS)
        .from(VALUE_RUN)
        .orderBy(VALUE_RUN.STARTED_AT.desc(), VALUE_RUN.ID.desc())
        .limit(limit)
        .fetch(Records.mapping(ValueRun::new));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private JSONB stored(Object value) {
    return JSONB.valueOf(json.writeValueAsString(value));
  }
}
