/// How files of a kind are brought in: mappings that people keep under a name, and empty files to
/// fill in.
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "intake", "sheet", "db"})
@NullMarked
package org.kezhi.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
