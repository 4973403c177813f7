@NullMarked
package org.kezhi.currency;

import org.jspecify.annotations.NullMarked;
