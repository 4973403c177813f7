@NullMarked
package org.kezhi.export;

import org.jspecify.annotations.NullMarked;
