/// Mail that leaves the company: an outbox in the database, and the server that takes it.
@ApplicationModule(allowedDependencies = {"platform", "access", "audit", "database", "job", "db"})
@NullMarked
package org.kezhi.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
