/// What customers are worth: the figures, computed in the warehouse every night and on demand, the
/// report over them, and their explanation.
@ApplicationModule(
    allowedDependencies = {"db", "platform", "record", "access", "job", "transfer", "warehouse"})
@NullMarked
package org.kezhi.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
