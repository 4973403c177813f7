@NullMarked
package org.kezhi.job;

import org.jspecify.annotations.NullMarked;
