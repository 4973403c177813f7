/// Stars: whoever follows a record is told what others do to it, and so is its owner.
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "record",
      "access",
      "audit",
      "reading",
      "notification",
      "db"
    })
@NullMarked
package org.kezhi.follow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
