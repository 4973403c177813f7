/// Measures what customers are worth: questions to the warehouse about scores, classes, layers and
/// stages, and the thresholds that people set for them.
@ApplicationModule(allowedDependencies = {"warehouse", "db"})
@NullMarked
package org.kezhi.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
