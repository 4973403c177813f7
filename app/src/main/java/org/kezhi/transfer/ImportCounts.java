package org.kezhi.transfer;

/// What came of the lines of an import; each line counts once.
record ImportCounts(long read, long created, long updated, long skipped, long bad) {

  static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);
}
