@NullMarked
package org.kezhi.follow;

import org.jspecify.annotations.NullMarked;
