@NullMarked
package org.kezhi.notification;

import org.jspecify.annotations.NullMarked;
