/// What customers are worth: has the figures measured every night and on demand, makes them fields
/// of the customer, and tells the report over them and what each of them comes from.
@ApplicationModule(
    allowedDependencies = {
      "db",
      "platform",
      "record",
      "access",
      "job",
      "bulk",
      "transfer",
      "measure",
      "warehouse"
    })
@NullMarked
package org.kezhi.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
