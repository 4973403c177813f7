package org.kezhi.activity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.kezhi.access.Viewer;
import org.kezhi.activity.CareDates.CareDate;
import org.kezhi.platform.ProblemAnswers;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers whose birthdays and anniversaries come up.
@RestController
@PreAuthorize("isAuthenticated()")
class CareDateController {

  private final CareDates dates;
  private final CareDays days;

  CareDateController(CareDates dates, CareDays days) {
    this.dates = dates;
    this.days = days;
  }

  /// The days to think of somebody, the soonest first.
  record CareDateList(List<CareDate> items) {}

  @GetMapping("/api/care-dates")
  CareDateList listCareDates(
      Viewer viewer, @RequestParam(defaultValue = "7") int days, HttpServletRequest request) {
    return new CareDateList(dates.next(viewer, days, ProblemAnswers.language(request)));
  }

  /// What the company has chosen about birthdays and anniversaries.
  ///
  /// @param daysAhead how many days before people are told; 0 tells them on the day only
  record CareDateSettings(@Min(0) @Max(CareDays.MOST) int daysAhead) {}

  @GetMapping("/api/care-date-settings")
  CareDateSettings getCareDateSettings() {
    return new CareDateSettings(days.ahead());
  }

  @PutMapping("/api/care-date-settings")
  CareDateSettings setCareDateSettings(Viewer viewer, @Valid @RequestBody CareDateSettings wanted) {
    days.set(viewer, wanted.daysAhead());
    return getCareDateSettings();
  }
}
