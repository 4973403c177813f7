/// The end of what lies in the recycle bin: erased by somebody who may, or after a time.
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "audit", "job", "db"})
@NullMarked
package org.kezhi.recycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
