/// Files with a table in them, as people keep them: finds out how a CSV or XLSX file is written,
/// refuses what would be harmful, and gives its rows one after the other.
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package org.kezhi.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
