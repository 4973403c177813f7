/// Writes records of every kind: rights first, then validation, then one statement, audited.
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "reading", "audit", "db"})
@NullMarked
package org.kezhi.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
