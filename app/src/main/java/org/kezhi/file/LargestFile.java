package org.kezhi.file;

import org.kezhi.platform.Settings;
import org.springframework.stereotype.Component;

/// How large a file may be, as the company has chosen.
@Component
class LargestFile {

  static final long LEAST = 1L << 20;
  static final long MOST = 64L << 30;

  private static final String KEY = "file.largest";
  private static final long STANDARD = 512L << 20;

  private final Settings settings;

  LargestFile(Settings settings) {
    this.settings = settings;
  }

  long bytes() {
    return settings.find(KEY, Long.class).orElse(STANDARD);
  }

  void set(long bytes) {
    settings.put(KEY, bytes);
  }

  void require(long size) {
    var largest = bytes();
    if (size > largest) {
      throw FileProblem.FILE_TOO_LARGE.with(largest >> 20).carrying("largest", largest);
    }
  }
}
