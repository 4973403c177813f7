package org.kezhi.platform;

import java.util.List;

/// Something that always holds in the data; `kezhi check` asks each. Its text is the label
/// `check.<name>`.
public interface Invariant {

  int MOST_EXAMPLES = 10;

  String name();

  Finding check();

  /// What a check found.
  ///
  /// @param checked how many things were looked at
  /// @param broken how many of them are not as they must be
  /// @param examples some of those, so that a person can go and see
  record Finding(long checked, long broken, List<String> examples) {}
}
