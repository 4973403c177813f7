package org.kezhi.sheet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Gives the rows of a file one after the other, always in the same way; the first is the header.
public interface RowSource extends AutoCloseable {

  /// No cell beyond this column is looked at.
  int MAX_COLUMNS = 512;

  /// The next row that is not empty; none at the end.
  @Nullable SourceRow next() throws IOException;

  @Override
  void close() throws IOException;
}
