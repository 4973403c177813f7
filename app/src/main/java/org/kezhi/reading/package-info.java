/// Reads records of every kind: lists, single records, counts, groups and what the screens must
/// know about them.
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "search", "sheet", "db"})
@NullMarked
package org.kezhi.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
