/// What customers are worth: the warehouse, the figures, their explanation.
///
/// DuckDB and whatever engine follows it live here, behind one door; no other module knows of them.
@ApplicationModule(
    allowedDependencies = {"db", "database", "platform", "record", "access", "job", "transfer"})
@NullMarked
package org.kezhi.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
