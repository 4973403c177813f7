/// What people are told: each module says what happened, in its own transaction, and everybody
/// reads it in their own language, as far as they may see the record that it is about.
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "reading", "job", "db"})
@NullMarked
package org.kezhi.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
