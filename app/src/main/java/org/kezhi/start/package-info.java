/// How Kezhi begins: where it is when all went well, why it is not when it did not.
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "access", "demo", "transfer"})
package org.kezhi.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
