/// Formulas of records: a small typed language that people write and that becomes expressions of
/// jOOQ. Nothing of what somebody writes becomes SQL text, and no formula can make a statement
/// fail.
@ApplicationModule(allowedDependencies = {"platform", "record"})
@NullMarked
package org.kezhi.formula;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
