/// Makes one record of several: everything that refers to them goes to the one that stays. A ledger
/// remembers what moved, so that a merge can be undone.
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "record",
      "access",
      "audit",
      "reading",
      "writing",
      "job",
      "db"
    })
@NullMarked
package org.kezhi.merge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
