/// Shows what the audit triggers wrote down about a record, in the words of the one who asks, and
/// seals it every night.
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "record",
      "audit",
      "access",
      "reading",
      "job",
      "mention",
      "db"
    })
@NullMarked
package org.kezhi.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
