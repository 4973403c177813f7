@NullMarked
package org.kezhi.customization;

import org.jspecify.annotations.NullMarked;
