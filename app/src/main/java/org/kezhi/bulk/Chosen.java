package org.kezhi.bulk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/// An order that has been found possible.
///
/// @param changes the fields with their new values; for a pasted block, the fields alone
/// @param items the chosen records, each with a change of its own or none
/// @param rows what a pasted block says
record Chosen(
    BulkAction action,
    Work work,
    Map<String, @Nullable Object> changes,
    Select<Record2<UUID, JSONB>> items,
    List<PasteReader.PastedRow> rows) {

  /// The fields that the order is about, those included whose cells cannot be read.
  Set<String> names() {
    return rows.isEmpty() ? changes.keySet() : rows.getFirst().shown().keySet();
  }
}
