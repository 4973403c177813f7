/// Contacts with customers and what is still to be done.
@ApplicationModule(allowedDependencies = {"record", "db"})
@NullMarked
package org.kezhi.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
