package org.kezhi.transfer;

import static org.kezhi.db.Tables.IMPORT_RECORD;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.intake.FaultWords;
import org.kezhi.intake.ImportField;
import org.kezhi.intake.StagedRow;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Labels;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.StandardColumns;
import org.kezhi.sheet.FileHead;
import org.kezhi.sheet.SheetProblem;
import org.springframework.stereotype.Component;

/// Shows an import: its choices, and what would come of the first rows.
@Component
class ImportViews {

  private static final int PREVIEW_ROWS = 20;
  private static final int MOST_KEPT = 200;
  private static final int LONGEST_SHOWN = 300;

  private final DSLContext db;
  private final Plans plans;
  private final ChunkWriter writer;
  private final ObjectTypes types;
  private final Labels labels;
  private final FaultWords faultWords;
  private final BadRowFile badRows;
  private final MappingGuess guess;

  ImportViews(
      DSLContext db,
      Plans plans,
      ChunkWriter writer,
      ObjectTypes types,
      Labels labels,
      FaultWords faultWords,
      BadRowFile badRows,
      MappingGuess guess) {
    this.db = db;
    this.plans = plans;
    this.writer = writer;
    this.types = types;
    this.labels = labels;
    this.faultWords = faultWords;
    this.badRows = badRows;
    this.guess = guess;
  }

  ImportView show(Viewer viewer, ImportRun run, Locale language) {
    var type = plans.type(run);
    var target = plans.target(type);
    var fields = target.fields(viewer, type);
    return new ImportView(
        run.id(),
        run.object(),
        run.fileName(),
        run.fileSize(),
        run.encoding(),
        run.delimiter(),
        run.sheet(),
        run.sheets(),
        headers(run, guess.computed(type, run.headers())),
        run.rowEstimate(),
        run.settings(),
        run.mappingId(),
        fields.stream().map(field -> field(field, language)).toList(),
        target.matchFields(type),
        target.creatable(viewer, type),
        run.isDraft() ? faults(run.object(), plans.check(viewer, run), language) : List.of(),
        run.isDraft() ? preview(viewer, run, language) : List.of(),
        badValues(run, language),
        run.state(),
        run.currentJob(),
        run.counts(),
        "undone".equals(run.state()) ? kept(run.id()) : List.of(),
        run.createdBy(),
        run.createdAt());
  }

  private static List<ImportView.HeaderView> headers(ImportRun run, Set<String> computed) {
    var headers = new ArrayList<ImportView.HeaderView>();
    for (var header : run.headers()) {
      @Nullable String field = null;
      for (var mapped : run.settings().mapping().entrySet()) {
        field = mapped.getValue().equals(header.name()) ? mapped.getKey() : field;
      }
      headers.add(
          new ImportView.HeaderView(
              headers.size(),
              header.name(),
              header.sample(),
              field,
              field == null && computed.contains(header.name())));
    }
    return headers;
  }

  private ImportView.FieldView field(ImportField field, Locale language) {
    return new ImportView.FieldView(
        field.name(), labels.text(language, field.label()), field.rule().kind(), field.required());
  }

  /// Really writes the first rows and takes them back at once, so that every error shows.
  private List<ImportView.PreviewRow> preview(Viewer viewer, ImportRun run, Locale language) {
    var plan = plans.plan(viewer, run);
    var rows = new ArrayList<StagedRow>();
    try (var source = plan.file().open()) {
      source.next();
      for (var row = source.next(); row != null; row = source.next()) {
        rows.add(plan.stage(row));
        if (rows.size() >= PREVIEW_ROWS) {
          break;
        }
      }
    } catch (IOException _) {
      throw SheetProblem.UNREADABLE_FILE.with();
    }
    var canRun = plans.check(viewer, run).isEmpty() && !rows.isEmpty();
    var tried = canRun ? writer.tryOut(plan, rows).rows() : rows;
    return tried.stream().map(row -> previewRow(plan, row, language)).toList();
  }

  private ImportView.PreviewRow previewRow(Plan plan, StagedRow row, Locale language) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (var i = 0; i < row.values().length; i++) {
      var name = plan.staging().fields().get(i).name();
      var isWrong = row.errors().stream().anyMatch(error -> error.field().equals(name));
      var shown = isWrong ? plan.stager().cell(i, row.source()) : row.values()[i];
      values.put(name, shown instanceof String text ? shortened(text) : shown);
    }
    var errors = faults(plan.type().name(), row.errors(), language);
    return new ImportView.PreviewRow(row.source().line(), values, errors);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }

  private List<ImportView.BadValue> badValues(ImportRun run, Locale language) {
    var headers = run.headers().stream().map(FileHead.Header::name).toList();
    var bad = new ArrayList<ImportView.BadValue>();
    for (var row : badRows.first(run.id(), PREVIEW_ROWS)) {
      for (var error : row.errors()) {
        var column = headers.indexOf(run.settings().mapping().get(error.field()));
        var value = column < 0 ? row.text() : row.cell(column);
        var message = faultWords.text(run.object(), error, language);
        bad.add(
            new ImportView.BadValue(
                row.line(), error.field(), error.code(), message, shortened(value)));
      }
    }
    return bad;
  }

  private List<ImportView.Fault> faults(String object, List<FieldError> errors, Locale language) {
    return errors.stream()
        .map(error ->
            new ImportView.Fault(
                error.field(), error.code(), faultWords.text(object, error, language)))
        .toList();
  }

  private List<ImportView.KeptRecord> kept(UUID importId) {
    var kept = new ArrayList<ImportView.KeptRecord>();
    var objects =
        db.selectDistinct(IMPORT_RECORD.OBJECT)
            .from(IMPORT_RECORD)
            .where(IMPORT_RECORD.IMPORT_ID.eq(importId))
            .and(IMPORT_RECORD.KEPT)
            .fetch(IMPORT_RECORD.OBJECT);
    for (var object : objects) {
      types.named(object).ifPresent(type -> kept.addAll(kept(importId, type)));
    }
    return kept;
  }

  private List<ImportView.KeptRecord> kept(UUID importId, ObjectType type) {
    var table = type.table();
    var title = type.titleField().column().coerce(String.class);
    return db.select(IMPORT_RECORD.RECORD_ID, title)
        .from(IMPORT_RECORD)
        .join(table)
        .on(StandardColumns.id(table).eq(IMPORT_RECORD.RECORD_ID))
        .where(IMPORT_RECORD.IMPORT_ID.eq(importId))
        .and(IMPORT_RECORD.KEPT)
        .limit(MOST_KEPT)
        .fetch(row ->
            new ImportView.KeptRecord(
                type.name(), row.value1(), row.value2() == null ? "" : row.value2()));
  }
}
