package org.kezhi.intake;

/// What came of the lines of an import; each line counts once.
public record ImportCounts(long read, long created, long updated, long skipped, long bad) {

  public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

  public ImportCounts plus(ImportCounts more) {
    return new ImportCounts(
        read + more.read,
        created + more.created,
        updated + more.updated,
        skipped + more.skipped,
        bad + more.bad);
  }

  /// The counts of good lines, completed by how many lines there were and how many of them are bad.
  public ImportCounts among(long lines, long badLines) {
    return new ImportCounts(lines, created, updated, skipped, badLines);
  }
}
