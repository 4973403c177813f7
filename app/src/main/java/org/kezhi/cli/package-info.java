/// The command line: starts the program, and speaks to it over the same HTTP API that others use.
///
/// It depends on no module that starts anything, so that `--help` and short commands start nothing
/// they do not need.
@ApplicationModule(allowedDependencies = {"model", "sheet"})
@NullMarked
package org.kezhi.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
