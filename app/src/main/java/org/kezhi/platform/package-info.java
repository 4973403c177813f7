/// What every module stands on: problems, labels, ids and time. Depends on no other module.
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "db")
@NullMarked
package org.kezhi.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
