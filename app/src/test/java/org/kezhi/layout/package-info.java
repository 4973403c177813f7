@NullMarked
package org.kezhi.layout;

import org.jspecify.annotations.NullMarked;
