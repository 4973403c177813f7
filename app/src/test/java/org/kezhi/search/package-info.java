@NullMarked
package org.kezhi.search;

import org.jspecify.annotations.NullMarked;
