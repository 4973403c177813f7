@NullMarked
package org.kezhi.sheet;

import org.jspecify.annotations.NullMarked;
