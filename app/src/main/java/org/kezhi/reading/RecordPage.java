package org.kezhi.reading;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One page of a list and the cursor of the next.
public record RecordPage(List<Map<String, @Nullable Object>> items, @Nullable String nextCursor) {}
