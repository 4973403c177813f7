/// Whoever is named in a text is told, as far as they may see the record that it belongs to.
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "notification", "db"})
@NullMarked
package org.kezhi.mention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
