/// What we sell.
@ApplicationModule(allowedDependencies = {"record", "db"})
@NullMarked
package org.kezhi.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
