package org.kezhi.transfer;

import static org.kezhi.db.Tables.IMPORT_BAD_ROW;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.kezhi.intake.FaultWords;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Labels;
import org.kezhi.sheet.CsvLine;
import org.kezhi.sheet.FileHead;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Writes the lines that were not taken as a file that can be put right and brought in again: the
/// columns of the original, then the line number and the reason.
@Repository
class BadRowFile {

  static final String LINE = "import.badRows.line";
  static final String REASON = "import.badRows.reason";
  private static final TypeReference<List<FieldError>> ERRORS = new TypeReference<>() {};
  private static final int FETCH = 500;

  private final DSLContext db;
  private final JsonMapper json;
  private final Labels labels;
  private final FaultWords faultWords;

  BadRowFile(DSLContext db, JsonMapper json, Labels labels, FaultWords faultWords) {
    this.db = db;
    this.json = json;
    this.labels = labels;
    this.faultWords = faultWords;
  }

  @Transactional(readOnly = true)
  void write(ImportRun run, Locale language, OutputStream target) {
    var out = new BufferedOutputStream(target, 1 << 16);
    var columns = run.headers().stream().map(FileHead.Header::name).toList();
    var own = isOurs(columns) ? columns.size() - 2 : columns.size();
    var header = new ArrayList<>(columns.subList(0, own));
    header.add(labels.text(language, LINE));
    header.add(labels.text(language, REASON));
    try (var rows =
        db.selectFrom(IMPORT_BAD_ROW)
            .where(IMPORT_BAD_ROW.IMPORT_ID.eq(run.id()))
            .orderBy(IMPORT_BAD_ROW.LINE)
            .fetchSize(FETCH)
            .fetchLazy()) {
      out.write("\ufeff".getBytes(StandardCharsets.UTF_8));
      write(out, CsvLine.of(header));
      for (var row : rows) {
        out.write(row.getRaw());
        var errors = json.readValue(row.getErrors().data(), ERRORS);
        var told = List.of(row.getLine().toString(), tell(errors, run.object(), language));
        write(out, "," + CsvLine.of(told));
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The first lines that were not taken.
  List<BadRow> first(UUID importId, int limit) {
    return db.selectFrom(IMPORT_BAD_ROW)
        .where(IMPORT_BAD_ROW.IMPORT_ID.eq(importId))
        .orderBy(IMPORT_BAD_ROW.LINE)
        .limit(limit)
        .fetch(row ->
            new BadRow(
                row.getLine(), json.readValue(row.getErrors().data(), ERRORS), row.getRaw()));
  }

  /// The reasons in words, each with the label of its field.
  String tell(List<FieldError> errors, String object, Locale language) {
    return errors.stream()
        .map(error -> {
          var text = faultWords.text(object, error, language);
          return error.field().isEmpty()
              ? text
              : labels.text(language, "field." + object + "." + error.field()) + ": " + text;
        })
        .collect(Collectors.joining("; "));
  }

  /// Whether a file with these columns is one that we wrote.
  boolean isOurs(List<String> columns) {
    var last = columns.subList(Math.max(columns.size() - 2, 0), columns.size());
    return Labels.LANGUAGES.stream()
        .anyMatch(language ->
            last.equals(List.of(labels.text(language, LINE), labels.text(language, REASON))));
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
