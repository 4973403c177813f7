@NullMarked
package org.kezhi.audit;

import org.jspecify.annotations.NullMarked;
