/// Contacts with customers and what is still to be done: what repeats itself, and what customers
/// tell about their last contact and their next step.
@ApplicationModule(allowedDependencies = {"platform", "record", "writing", "db"})
@NullMarked
package org.kezhi.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
