package org.kezhi.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kezhi.audit.AuditContext;
import org.kezhi.intake.ImportCounts;
import org.kezhi.intake.Refusals;
import org.kezhi.intake.RowRefused;
import org.kezhi.intake.StagedRow;
import org.kezhi.intake.StagingTable;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.LockRetry;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes batches of lines, each in one transaction that also moves the import's position, so that
/// each line is written exactly once, whatever happens in between.
@Component
class ChunkWriter {

  private final TransactionTemplate transactions;
  private final ImportRepository imports;
  private final StagingTable lines;
  private final AuditContext audit;

  ChunkWriter(
      PlatformTransactionManager transactions,
      ImportRepository imports,
      StagingTable lines,
      AuditContext audit) {
    this.transactions = new TransactionTemplate(transactions);
    this.imports = imports;
    this.lines = lines;
    this.audit = audit;
  }

  /// Writes the batch. If the database refuses it because of one of its lines, the halves are
  /// tried, until the line is found and reported.
  void write(Plan plan, List<StagedRow> rows, long position) {
    try {
      LockRetry.of(() -> transactions.execute(_ -> writeAll(plan, rows, position)));
    } catch (DataIntegrityViolationException | RowRefused refusal) {
      if (rows.size() == 1) {
        var rejected = rows.getFirst().rejected(Refusals.explain(plan.staging(), refusal));
        transactions.executeWithoutResult(_ -> writeAll(plan, List.of(rejected), position));
      } else {
        var half = rows.size() / 2;
        write(plan, rows.subList(0, half), position);
        var reached = rows.get(half - 1).source().line();
        write(plan, rows.subList(half, rows.size()), reached);
      }
    }
  }

  /// What would come of the rows; nothing of it stays.
  Outcome tryOut(Plan plan, List<StagedRow> rows) {
    try {
      return transactions.execute(status -> {
        status.setRollbackOnly();
        return attempt(plan, rows);
      });
    } catch (DataIntegrityViolationException | RowRefused refusal) {
      if (rows.size() == 1) {
        var rejected = rows.getFirst().rejected(Refusals.explain(plan.staging(), refusal));
        return new Outcome(List.of(rejected), ImportCounts.NONE.among(1, 1));
      }
      var half = rows.size() / 2;
      return tryOut(plan, rows.subList(0, half)).and(tryOut(plan, rows.subList(half, rows.size())));
    }
  }

  /// Does what is left when all lines are there, once.
  void finish(Plan plan, Runnable afterwards) {
    transactions.executeWithoutResult(_ -> {
      if (imports.finish(plan.importId())) {
        audit.begin(plan.viewer().id(), "import", plan.importId());
        plan.target().finish(plan.chunk());
        afterwards.run();
      }
    });
  }

  private ImportCounts writeAll(Plan plan, List<StagedRow> rows, long position) {
    imports.hold(plan.importId(), position);
    var outcome = attempt(plan, rows);
    var bad = BadRow.among(outcome.rows, plan.width());
    if (!bad.isEmpty()) {
      imports.insertBad(plan.importId(), bad);
    }
    imports.advance(plan.importId(), rows.getLast().source().line(), outcome.counts);
    return outcome.counts;
  }

  private Outcome attempt(Plan plan, List<StagedRow> rows) {
    audit.begin(plan.viewer().id(), "import", plan.importId());
    var good = rows.stream().filter(StagedRow::isGood).toList();
    var counts = ImportCounts.NONE;
    Map<Long, FieldError> faults = Map.of();
    if (!good.isEmpty()) {
      lines.fill(plan.staging(), good);
      counts = plan.target().write(plan.chunk());
      faults = lines.faults();
    }
    var marked = withFaults(rows, faults);
    var bad = marked.stream().filter(row -> !row.isGood()).count();
    return new Outcome(marked, counts.among(rows.size(), bad));
  }

  private static List<StagedRow> withFaults(List<StagedRow> rows, Map<Long, FieldError> faults) {
    if (faults.isEmpty()) {
      return rows;
    }
    return rows.stream()
        .map(row -> {
          var fault = faults.get(row.source().line());
          return fault == null ? row : row.rejected(fault);
        })
        .toList();
  }

  /// What came of rows: each with its faults, and how many of each kind there were.
  record Outcome(List<StagedRow> rows, ImportCounts counts) {

    private Outcome and(Outcome other) {
      var all = new ArrayList<>(rows);
      all.addAll(other.rows);
      return new Outcome(all, counts.plus(other.counts));
    }
  }
}
