/// Stored views of lists: what a person looks for, in which order and with which columns, kept
/// under a name and shared if wanted. A view gives no rights: it only says what to ask the list
/// for.
///
/// Changes of views are audited by the triggers of records; which views somebody has pinned is not:
/// it concerns nobody else.
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "audit", "reading", "db"})
@NullMarked
package org.kezhi.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
