/// Facts in columns: a star schema in DuckDB that follows what PostgreSQL has committed.
///
/// DuckDB and whatever engine follows it live here, behind one door; no other module knows of them.
@ApplicationModule(allowedDependencies = {"platform", "database", "record", "db"})
@NullMarked
package org.kezhi.warehouse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
