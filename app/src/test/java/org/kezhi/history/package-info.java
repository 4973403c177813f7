@NullMarked
package org.kezhi.history;

import org.jspecify.annotations.NullMarked;
