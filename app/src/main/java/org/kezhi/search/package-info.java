/// Finds records by any part of what people remember of them: characters, pinyin, initials, words,
/// digits. The tokens of every record lie in one table and follow each change in its transaction.
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "job", "db"})
@NullMarked
package org.kezhi.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
