/// Starts the database, keeps its data, and hands out connections. Everything that lies on disk
/// lies below the [data folder][DataFolder].
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.kezhi.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
