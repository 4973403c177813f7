/// Lists as files, written in the background by those who may export them, with the columns, filter
/// and order of a list, and fetched for a while with the same rights.
@ApplicationModule(
    allowedDependencies = {"platform", "database", "record", "access", "reading", "job", "db"})
@NullMarked
package org.kezhi.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
