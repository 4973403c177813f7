/// The command line: starts the program and speaks to it.
@ApplicationModule
@NullMarked
package org.kezhi.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
