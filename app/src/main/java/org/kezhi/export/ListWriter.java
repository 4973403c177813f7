package org.kezhi.export;

import java.io.Closeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.RecordField;

/// Writes the records of a list one after the other into a file of some kind; closing it ends the
/// file.
interface ListWriter extends Closeable {

  /// What it wants to know of each record.
  List<RecordField> columns();

  void write(Map<String, @Nullable Object> item);
}
