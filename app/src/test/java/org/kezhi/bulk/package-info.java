@NullMarked
package org.kezhi.bulk;

import org.jspecify.annotations.NullMarked;
