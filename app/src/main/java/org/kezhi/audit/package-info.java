/// Who did what to which record. Triggers in the database write it, so that no path of writing can
/// leave it out; the application only says on whose behalf a transaction runs.
@ApplicationModule(allowedDependencies = {"platform", "record", "db"})
@NullMarked
package org.kezhi.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
