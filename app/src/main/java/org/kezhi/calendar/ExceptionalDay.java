package org.kezhi.calendar;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A day that is not worked as its weekday says.
///
/// @param worksAs the weekday whose hours it has, where it makes up for another; none on a holiday
public record ExceptionalDay(
    @NotNull LocalDate day, @Size(max = 100) String name, @Nullable DayOfWeek worksAs) {}
