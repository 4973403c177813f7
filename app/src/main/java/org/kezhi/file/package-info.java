/// Files of records of any kind: they arrive piece by piece, are kept once for each content, have
/// versions, and can be seen by whoever may see the record.
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "database",
      "record",
      "access",
      "audit",
      "search",
      "reading",
      "job",
      "db"
    })
@NullMarked
package org.kezhi.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
