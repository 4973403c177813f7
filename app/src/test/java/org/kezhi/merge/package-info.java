@NullMarked
package org.kezhi.merge;

import org.jspecify.annotations.NullMarked;
