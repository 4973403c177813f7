package org.kezhi.calendar;

import jakarta.validation.Valid;
import org.kezhi.access.Viewer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers when the company works, and lets those who administer settings say so.
@RestController
@RequestMapping("/api/working-hours")
@PreAuthorize("isAuthenticated()")
class WorkingCalendarController {

  private final WorkingCalendars calendars;

  WorkingCalendarController(WorkingCalendars calendars) {
    this.calendars = calendars;
  }

  @GetMapping
  WorkingHours getWorkingHours() {
    return calendars.hours();
  }

  @PutMapping
  WorkingHours changeWorkingHours(Viewer viewer, @Valid @RequestBody WorkingHours hours) {
    calendars.change(viewer, hours);
    return calendars.hours();
  }
}
