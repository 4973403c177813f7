/// The table classes that are generated from the migrations; every module may name them.
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.kezhi.db;

import org.springframework.modulith.ApplicationModule;
