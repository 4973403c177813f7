package org.kezhi.file;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a file shall be called and stand for; a letter or fax has a direction, and a date if it is
/// known.
record ChangeFile(
    @Nullable String name,
    @Nullable FileKind kind,
    @Nullable Direction direction,
    @Nullable LocalDate documentDate) {}
