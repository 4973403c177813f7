@NullMarked
package org.kezhi.digest;

import org.jspecify.annotations.NullMarked;
