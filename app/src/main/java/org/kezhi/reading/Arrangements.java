package org.kezhi.reading;

import java.util.Map;
import org.kezhi.access.Viewer;

/// Knows what a company has arranged; the module that keeps it is a bean of this type.
public interface Arrangements {

  /// By the name of the kind of record, where there is an arrangement for the viewer.
  Map<String, Arrangement> of(Viewer viewer);
}
