/// Customers and the people who work there.
@ApplicationModule(allowedDependencies = {"record", "insight", "db"})
@NullMarked
package org.kezhi.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
