/// Finds records that are probably the same: while somebody types one, and in a scan of all of them
/// every night, whose findings people decide about.
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "record",
      "access",
      "audit",
      "reading",
      "search",
      "job",
      "db"
    })
@NullMarked
package org.kezhi.duplicate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
