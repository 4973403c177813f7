@NullMarked
package org.kezhi.mail;

import org.jspecify.annotations.NullMarked;
