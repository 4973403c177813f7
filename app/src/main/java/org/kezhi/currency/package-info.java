/// What other currencies are worth in that of the company, day by day.
@ApplicationModule(allowedDependencies = {"platform", "record", "writing", "audit", "job", "db"})
@NullMarked
package org.kezhi.currency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
