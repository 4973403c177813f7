@NullMarked
package org.kezhi.duplicate;

import org.jspecify.annotations.NullMarked;
