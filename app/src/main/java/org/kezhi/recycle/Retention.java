package org.kezhi.recycle;

import org.kezhi.platform.Settings;
import org.springframework.stereotype.Component;

/// For how many days the company keeps what was deleted.
@Component
class Retention {

  static final int LEAST = 1;
  static final int MOST = 3_650;

  private static final String DAYS = "recycle.days";
  private static final int STANDARD = 90;

  private final Settings settings;

  Retention(Settings settings) {
    this.settings = settings;
  }

  int days() {
    return settings.find(DAYS, Integer.class).orElse(STANDARD);
  }

  void keep(int days) {
    settings.put(DAYS, days);
  }
}
