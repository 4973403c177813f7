package org.kezhi.insight;

import static org.kezhi.db.Tables.SETTING;

import org.jooq.DSLContext;
import org.kezhi.measure.ValueSettings;
import org.kezhi.platform.Settings;
import org.springframework.stereotype.Component;

/// Keeps the thresholds of the value figures and counts their changes.
@Component
class ValueSettingsStore {

  private static final String KEY = "value.settings";

  private final Settings settings;
  private final DSLContext db;

  ValueSettingsStore(Settings settings, DSLContext db) {
    this.settings = settings;
    this.db = db;
  }

  VersionedSettings current() {
    var version =
        db.select(SETTING.VERSION)
            .from(SETTING)
            .where(SETTING.KEY.eq(KEY))
            .fetchOptional(SETTING.VERSION)
            .orElse(0L);
    return new VersionedSettings(
        settings.find(KEY, ValueSettings.class).orElseGet(ValueSettings::defaults), version);
  }

  void put(ValueSettings changed) {
    settings.put(KEY, changed);
  }
}
