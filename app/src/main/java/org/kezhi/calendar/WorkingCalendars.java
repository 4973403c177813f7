package org.kezhi.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kezhi.access.Permission;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Settings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Knows when the company works.
@Service
public class WorkingCalendars {

  private static final String KEY = "company.workingHours";

  private final Settings settings;
  private final AuditContext audit;

  WorkingCalendars(Settings settings, AuditContext audit) {
    this.settings = settings;
    this.audit = audit;
  }

  /// The calendar of the company as it is now.
  @Transactional(readOnly = true)
  public WorkingCalendar current() {
    return new WorkingCalendar(hours(), settings.zone());
  }

  WorkingHours hours() {
    return settings.find(KEY, WorkingHours.class).orElse(WorkingHours.USUAL);
  }

  @Transactional
  void change(Viewer viewer, WorkingHours hours) {
    viewer.require(Permission.ADMIN_SETTINGS);
    refuseErrors(hours);
    audit.begin(viewer.id(), viewer.channel(), null);
    settings.put(KEY, hours);
  }

  private static void refuseErrors(WorkingHours hours) {
    var errors = new ArrayList<FieldError>();
    hours
        .week()
        .forEach((day, intervals) -> {
          if (overlap(intervals)) {
            errors.add(FieldError.of("week." + day, "overlapping"));
          }
        });
    var days = hours.exceptions().stream().map(ExceptionalDay::day).toList();
    days.stream()
        .filter(day -> days.indexOf(day) != days.lastIndexOf(day))
        .distinct()
        .forEach(day -> errors.add(FieldError.of("exceptions." + day, "notUnique")));
    if (!errors.isEmpty()) {
      throw CommonProblem.INVALID.in(errors);
    }
  }

  private static boolean overlap(List<WorkingInterval> intervals) {
    var sorted = intervals.stream().sorted(Comparator.comparing(WorkingInterval::from)).toList();
    for (var i = 1; i < sorted.size(); i++) {
      var before = sorted.get(i - 1);
      if (before.isOverMidnight() || sorted.get(i).from().isBefore(before.to())) {
        return true;
      }
    }
    return false;
  }
}
