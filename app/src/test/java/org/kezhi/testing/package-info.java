/// The database, the application and the data that tests work on.
@NullMarked
package org.kezhi.testing;

import org.jspecify.annotations.NullMarked;
