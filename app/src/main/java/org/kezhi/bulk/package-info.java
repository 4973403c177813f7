/// Changes many records at once, of whatever kind: shows first what would come of it, works in the
/// background in sets, tells what was not changed and why, and takes all of it back for ten
/// minutes.
@ApplicationModule(
    allowedDependencies = {
      "sheet",
      "intake",
      "platform",
      "record",
      "access",
      "reading",
      "writing",
      "audit",
      "job",
      "db"
    })
@NullMarked
package org.kezhi.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
