/// Writes the contract of the HTTP API as an OpenAPI 3.1 document: records from the object types,
/// everything else from the controllers and the records that they take and give.
@ApplicationModule(allowedDependencies = {"platform", "record", "db"})
@NullMarked
package org.kezhi.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
