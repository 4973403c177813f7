/// Work in the background: started within a business transaction, watched, cancelled, tried again,
/// and gone on with after a crash.
@ApplicationModule(allowedDependencies = {"platform", "access", "db"})
@NullMarked
package org.kezhi.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
