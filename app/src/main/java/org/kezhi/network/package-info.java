/// How parties hang together: groups of companies as trees with their sums, relations between
/// parties, and what those are worth who were referred.
@ApplicationModule(
    allowedDependencies = {"access", "platform", "reading", "record", "writing", "db"})
@NullMarked
package org.kezhi.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
