package org.kezhi.intake;

import static org.kezhi.intake.Staging.FAULT;
import static org.kezhi.intake.Staging.ID;
import static org.kezhi.intake.Staging.MATCH;
import static org.kezhi.intake.Staging.OUTCOME;
import static org.kezhi.intake.Staging.TABLE;
import static org.kezhi.intake.StagingTable.unqualified;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.FieldError;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.record.RecordsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/// Makes each line of a file one record, of whatever kind.
@Repository
@Order
class RecordTarget implements ImportTarget {

  private final DSLContext db;
  private final Policy policy;
  private final ObjectTypes types;
  private final NamedRecords named;
  private final HeldReferences held;
  private final MissingRecords missing;
  private final Matching matching;
  private final RecordMerge records;
  private final StagingTable lines;
  private final ApplicationEventPublisher events;

  RecordTarget(
      DSLContext db,
      Policy policy,
      ObjectTypes types,
      NamedRecords named,
      HeldReferences held,
      MissingRecords missing,
      Matching matching,
      RecordMerge records,
      StagingTable lines,
      ApplicationEventPublisher events) {
    this.db = db;
    this.policy = policy;
    this.types = types;
    this.named = named;
    this.held = held;
    this.missing = missing;
    this.matching = matching;
    this.records = records;
    this.lines = lines;
    this.events = events;
  }

  @Override
  public boolean takes(ObjectType type) {
    return true;
  }

  @Override
  public List<ImportField> fields(Viewer viewer, ObjectType type) {
    return type.writable().values().stream()
        .filter(field -> policy.access(viewer, type, field) == FieldAccess.WRITABLE)
        .map(field -> ImportField.of(type.name(), field))
        .toList();
  }

  @Override
  public List<String> matchFields(ObjectType type) {
    return type.matchKeys().stream()
        .filter(field -> !field.kind().isReference())
        .map(RecordField::name)
        .toList();
  }

  @Override
  public List<String> creatable(Viewer viewer, ObjectType type) {
    return type.writable().values().stream()
        .filter(field -> field.kind().isReference())
        .map(types::target)
        .distinct()
        .filter(target -> !target.equals(type) && !target.group().equals("settings"))
        .filter(target -> missing.canMake(viewer, target))
        .map(ObjectType::name)
        .toList();
  }

  @Override
  public List<FieldError> check(Viewer viewer, ObjectType type, ImportSettings settings) {
    var errors = new ArrayList<FieldError>();
    var match = settings.matchField();
    if (match != null && !settings.mapping().containsKey(match)) {
      errors.add(FieldError.of(match, "notMapped"));
    }
    if (match == null && (settings.is("update") || settings.is("fill"))) {
      errors.add(FieldError.of("matchField", "required"));
    }
    for (var field : fields(viewer, type)) {
      if (match == null && field.required() && !settings.mapping().containsKey(field.name())) {
        errors.add(FieldError.of(field.name(), "notMapped"));
      }
    }
    return errors;
  }

  @Override
  public ImportCounts write(Chunk chunk) {
    var own = new ArrayList<ImportField>();
    matching.find(chunk);
    for (var field : chunk.staging().fields()) {
      if (field.isKey()) {
        var target = types.target(field.rule());
        named.resolveAndHold(chunk, field, target);
        if (field.rule().kind().isMany()) {
          named.rejectUnknown(chunk, field);
          held.keepUnseen(chunk, field, target);
        } else if (target.equals(chunk.type())) {
          own.add(field);
        } else {
          named.rejectUnknown(chunk, field);
        }
      }
    }
    matching.decide(chunk);
    own.forEach(field -> resolveWithinBatch(chunk, field));
    matching.merge(chunk);
    records.update(chunk);
    records.create(chunk);
    own.forEach(field -> records.refuseCircles(chunk, field.name()));
    tell(chunk);
    return counts();
  }

  @Override
  public void finish(Chunk whole) {
    // each line is a record of its own: nothing is left to do
  }

  /// A line may name a record that another line of the same batch makes.
  private void resolveWithinBatch(Chunk chunk, ImportField field) {
    var key = chunk.staging().value(field.name(), SQLDataType.CLOB);
    var reference = chunk.staging().reference(field.name());
    var other = DSL.table(TABLE.getUnqualifiedName()).as("other");
    for (var calling : RecordKeys.names(chunk.type())) {
      if (chunk.staging().has(calling.name())) {
        var staged = chunk.staging().value(calling.name()).getUnqualifiedName();
        db.update(TABLE)
            .set(unqualified(reference), DSL.field(DSL.name("other", "id"), SQLDataType.UUID))
            .from(other)
            .where(DSL.field(DSL.name(DSL.name("other"), staged), String.class).eq(key))
            .and(DSL.field(DSL.name("other", "outcome"), String.class).eq("create"))
            .and(DSL.field(DSL.name("other", "fault"), String.class).isNull())
            .and(reference.isNull())
            .and(FAULT.isNull())
            .execute();
      }
    }
    named.rejectUnknown(chunk, field);
    var refused =
        DSL.select(DSL.field(DSL.name("other", "id"), SQLDataType.UUID))
            .from(other)
            .where(DSL.field(DSL.name("other", "fault"), String.class).isNotNull());
    var rejected = 1;
    while (rejected > 0) {
      rejected = lines.refuse(reference.in(refused), field.name(), "notFound");
    }
  }

  private void tell(Chunk chunk) {
    var ids =
        db.select(DSL.coalesce(MATCH, ID))
            .from(TABLE)
            .where(FAULT.isNull())
            .and(OUTCOME.in("create", "update"))
            .fetchInto(UUID.class);
    if (!ids.isEmpty()) {
      events.publishEvent(new RecordsChanged(chunk.type(), ids));
    }
  }

  private ImportCounts counts() {
    var counts =
        db.select(OUTCOME, DSL.count())
            .from(TABLE)
            .where(FAULT.isNull())
            .groupBy(OUTCOME)
            .fetchMap(OUTCOME, DSL.count());
    var updated = counts.getOrDefault("update", 0) + counts.getOrDefault("merged", 0);
    return new ImportCounts(
        0, counts.getOrDefault("create", 0), updated, counts.getOrDefault("skip", 0), 0);
  }
}
