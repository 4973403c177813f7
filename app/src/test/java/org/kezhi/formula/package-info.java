@NullMarked
package org.kezhi.formula;

import org.jspecify.annotations.NullMarked;
