/// Customers and the people who work there.
@ApplicationModule(allowedDependencies = {"insight", "platform", "record", "db"})
@NullMarked
package org.kezhi.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
