package org.kezhi.activity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.kezhi.access.Viewer;
import org.kezhi.activity.CareDates.CareDate;
import org.kezhi.platform.ProblemAnswers;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers whose birthdays and anniversaries come up.
@RestController
@PreAuthorize("isAuthenticated()")
class CareDateController {

  private final CareDates dates;

  CareDateController(CareDates dates) {
    this.dates = dates;
  }

  /// The days to think of somebody, the soonest first.
  record CareDateList(List<CareDate> items) {}

  @GetMapping("/api/care-dates")
  CareDateList listCareDates(
      Viewer viewer, @RequestParam(defaultValue = "7") int days, HttpServletRequest request) {
    return new CareDateList(dates.next(viewer, days, ProblemAnswers.language(request)));
  }
}
