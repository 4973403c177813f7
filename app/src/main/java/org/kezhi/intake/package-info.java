/// Turns lines of a file into records: reads each cell by the rules of its field, stages the lines,
/// matches them with the records that are there, writes all of a batch at once, and takes it back.
@ApplicationModule(allowedDependencies = {"sheet", "platform", "record", "access", "audit", "db"})
@NullMarked
package org.kezhi.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
