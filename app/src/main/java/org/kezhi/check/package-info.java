/// Proves that what must always hold in the data does hold; each module brings its own invariants.
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "db"})
@NullMarked
package org.kezhi.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
