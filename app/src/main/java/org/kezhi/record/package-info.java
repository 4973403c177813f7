/// What a kind of record is: its table, fields, references and rules that SQL cannot say. Reading,
/// writing, search and import all work from what is said here.
@ApplicationModule(allowedDependencies = {"platform", "db"})
@NullMarked
package org.kezhi.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
