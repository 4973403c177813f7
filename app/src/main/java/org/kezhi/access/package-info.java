/// Who may log in, and what each may see and do: users, roles, the organisation tree and the one
/// policy that every read and write asks.
@ApplicationModule(allowedDependencies = {"platform", "record", "audit", "db"})
@NullMarked
package org.kezhi.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
