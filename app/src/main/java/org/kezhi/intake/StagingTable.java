package org.kezhi.intake;

import static org.kezhi.intake.Staging.FAULT;
import static org.kezhi.intake.Staging.FAULT_FIELD;
import static org.kezhi.intake.Staging.LINE;
import static org.kezhi.intake.Staging.TABLE;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kezhi.platform.FieldError;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Repository;

/// Brings a batch of lines into a temporary table, where statements work on all of it at once.
@Repository
public class StagingTable {

  private final DSLContext db;

  StagingTable(DSLContext db) {
    this.db = db;
  }

  /// Makes the table, which is gone when the transaction ends, and fills it by COPY.
  public void fill(Staging staging, List<StagedRow> rows) {
    var columns = columns(staging);
    db.createTemporaryTable(TABLE)
        .columns(columns.stream().map(StagingTable::unqualified).toList())
        .onCommitDrop()
        .execute();
    var copied = new ArrayList<Field<?>>(List.of(LINE, Staging.ID));
    for (var i = 0; i < staging.fields().size(); i++) {
      copied.add(staging.value(i));
    }
    copy(copied, CopyText.of(rows));
    db.execute("set local default_statistics_target = 10; analyze {0}", TABLE);
  }

  /// Marks the lines for which the condition holds, unless they have a fault already.
  int refuse(Condition condition, String field, String code) {
    return db.update(TABLE)
        .set(unqualified(FAULT), code)
        .set(unqualified(FAULT_FIELD), field)
        .where(FAULT.isNull())
        .and(condition)
        .execute();
  }

  /// The faults that the statements found, by line.
  public Map<Long, FieldError> faults() {
    return db.select(LINE, FAULT_FIELD, FAULT)
        .from(TABLE)
        .where(FAULT.isNotNull())
        .fetchMap(LINE, row -> FieldError.of(row.get(FAULT_FIELD), row.get(FAULT)));
  }

  private static List<Field<?>> columns(Staging staging) {
    var columns = new ArrayList<>(Staging.OWN);
    for (var field : staging.fields()) {
      columns.add(staging.value(field.name()));
      if (field.isKey()) {
        columns.add(staging.found(field));
      }
    }
    return columns;
  }

  static <T> Field<T> unqualified(Field<T> column) {
    return DSL.field(column.getUnqualifiedName(), column.getDataType());
  }

  private void copy(List<Field<?>> columns, String text) {
    var names = columns.stream().map(StagingTable::unqualified).toList();
    var sql = db.renderInlined(DSL.sql("copy {0} ({1}) from stdin", TABLE, DSL.list(names)));
    db.connection(connection -> {
      try (var in = Reader.of(text)) {
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
