@NullMarked
package org.kezhi.recycle;

import org.jspecify.annotations.NullMarked;
