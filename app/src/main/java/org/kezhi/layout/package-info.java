/// How record pages and forms are arranged: for everybody, or for those in a role. An arrangement
/// gives no rights and takes none: it says what is shown where.
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "audit", "reading", "db"})
@NullMarked
package org.kezhi.layout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
