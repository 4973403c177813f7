@NullMarked
package org.kezhi.view;

import org.jspecify.annotations.NullMarked;
