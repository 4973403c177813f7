/// Brings files of others in: reads them, shows what would come of them, takes them over in the
/// background, and takes all of it back if asked.
@ApplicationModule(
    allowedDependencies = {
      "sheet",
      "intake",
      "mapping",
      "platform",
      "record",
      "access",
      "audit",
      "job",
      "database",
      "db"
    })
@NullMarked
package org.kezhi.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
