/// Shows what the audit triggers wrote down about a record, in the words of the one who asks.
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "reading", "db"})
@NullMarked
package org.kezhi.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
