/// When the company works: hours of each weekday, holidays and days that make up for them, and how
/// long things take when only working time counts.
@ApplicationModule(allowedDependencies = {"access", "audit", "platform", "db"})
@NullMarked
package org.kezhi.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
