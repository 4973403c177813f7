package org.kezhi.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;

/// A stretch of work; one that ends no later than it begins ends on the next day.
public record WorkingInterval(
    @NotNull @JsonFormat(pattern = "HH:mm") LocalTime from,
    @NotNull @JsonFormat(pattern = "HH:mm") LocalTime to) {

  boolean isOverMidnight() {
    return !to.isAfter(from);
  }
}
