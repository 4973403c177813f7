package org.kezhi.file;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.kezhi.platform.Settings;
import org.springframework.stereotype.Component;

/// Puts letters and faxes at their own date into the history of a record.
@Component
class PaperDates {

  private final Settings settings;

  PaperDates(Settings settings) {
    this.settings = settings;
  }

  /// When what a file stands for happened: on the day of the paper, or when it came.
  OffsetDateTime happened(ChangeFile about, OffsetDateTime came) {
    var date = about.documentDate();
    var day = came.atZoneSameInstant(settings.zone()).toLocalDate();
    return date == null || date.equals(day)
        ? came
        : date.atTime(LocalTime.NOON).atZone(settings.zone()).toOffsetDateTime();
  }
}
