/// Fields and kinds of record that a company adds itself while the program runs: real columns and
/// tables, which the engine then treats like those that came with it.
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "record",
      "access",
      "audit",
      "job",
      "formula",
      "reading",
      "warehouse",
      "db"
    })
@NullMarked
package org.kezhi.customization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
