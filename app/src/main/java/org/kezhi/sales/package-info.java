/// Orders and their lines, the facts from which the value of customers is counted.
@ApplicationModule(allowedDependencies = {"platform", "record", "writing", "db"})
@NullMarked
package org.kezhi.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
