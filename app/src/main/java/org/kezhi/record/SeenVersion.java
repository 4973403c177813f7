package org.kezhi.record;

import org.jspecify.annotations.Nullable;
import org.kezhi.platform.CommonProblem;

/// Reads from If-Match which version a writer has seen.
public final class SeenVersion {

  private SeenVersion() {}

  public static long of(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw RecordProblem.VERSION_REQUIRED.with();
    }
    try {
      return Long.parseLong(ifMatch.replace("\"", "").replace("W/", ""));
    } catch (NumberFormatException _) {
      throw CommonProblem.MALFORMED.with();
    }
  }
}
