package org.kezhi.transfer;

import java.util.UUID;
import org.kezhi.access.Viewer;
import org.kezhi.intake.Chunk;
import org.kezhi.intake.ImportSettings;
import org.kezhi.intake.ImportTarget;
import org.kezhi.intake.RowStager;
import org.kezhi.intake.StagedRow;
import org.kezhi.intake.Staging;
import org.kezhi.record.ObjectType;
import org.kezhi.sheet.FormulaGuard;
import org.kezhi.sheet.SourceRow;
import org.kezhi.sheet.TableFile;

/// Everything that stays the same while a file is taken over.
///
/// @param width how many columns of the file are its own
/// @param isReturned whether it is a file of bad rows that we wrote, with two columns of ours
record Plan(
    UUID importId,
    ObjectType type,
    Viewer viewer,
    ImportSettings settings,
    TableFile file,
    ImportTarget target,
    RowStager stager,
    Staging staging,
    int width,
    boolean isReturned) {

  Chunk chunk() {
    return new Chunk(importId, type, viewer, settings, staging);
  }

  StagedRow stage(SourceRow row) {
    var own = isReturned && row.fault() == null ? withoutOurs(row) : row;
    return stager.stage(own, file.format() == TableFile.Format.XLSX);
  }

  private SourceRow withoutOurs(SourceRow row) {
    var cells = row.cells().stream().limit(width).map(FormulaGuard::bare).toList();
    return SourceRow.of(row.line(), cells);
  }
}
