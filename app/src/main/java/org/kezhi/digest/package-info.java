/// The mail of the morning: what somebody has not read, and what is due today. Nobody gets one in
/// which nothing stands.
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "record",
      "access",
      "reading",
      "job",
      "notification",
      "mail",
      "db"
    })
@NullMarked
package org.kezhi.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
