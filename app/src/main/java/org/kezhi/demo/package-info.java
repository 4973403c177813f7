/// The demo: a year of real sales of a British mail-order shop, brought in as any other file.
@ApplicationModule(
    allowedDependencies = {"platform", "access", "transfer", "insight", "measure", "job", "db"})
@NullMarked
package org.kezhi.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
