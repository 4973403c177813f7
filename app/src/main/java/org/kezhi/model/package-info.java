/// Models of how customers buy, from the literature: they are fitted to histories of purchases, and
/// tell who is still a customer, what is to be expected of them, and how sure that is.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.kezhi.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
