package org.kezhi.activity;

import org.kezhi.access.Permission;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.kezhi.platform.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How many days before a birthday or an anniversary people are told, as the company has chosen.
@Component
class CareDays {

  static final int MOST = 30;

  private static final String KEY = "care.daysAhead";
  private static final int STANDARD = 3;

  private final Settings settings;
  private final AuditContext audit;

  CareDays(Settings settings, AuditContext audit) {
    this.settings = settings;
    this.audit = audit;
  }

  int ahead() {
    return settings.find(KEY, Integer.class).orElse(STANDARD);
  }

  @Transactional
  void set(Viewer viewer, int days) {
    viewer.require(Permission.ADMIN_SETTINGS);
    audit.begin(viewer.id(), viewer.channel(), null);
    settings.put(KEY, days);
  }
}
