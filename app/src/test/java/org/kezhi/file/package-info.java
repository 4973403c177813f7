@NullMarked
package org.kezhi.file;

import org.jspecify.annotations.NullMarked;
