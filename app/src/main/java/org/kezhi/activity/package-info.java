/// Contacts with customers and what is still to be done: what repeats itself, reminders, calendars
/// for other programs, and what customers tell about their last contact and next step.
@ApplicationModule(
    allowedDependencies = {
      "access",
      "audit",
      "job",
      "mention",
      "notification",
      "platform",
      "reading",
      "record",
      "writing",
      "db"
    })
@NullMarked
package org.kezhi.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
