package org.kezhi.writing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kezhi.record.RecordField;

/// Where the references of a draft may point to.
interface Reach {

  /// Whether the writer may let a field point to all of these records, or it does so already.
  boolean includes(Draft draft, RecordField field, List<UUID> wanted);

  /// Records to which the draft's record refers already, and which the writer does not see.
  List<UUID> unseen(Draft draft, RecordField field);

  /// Within records that are known beforehand; what the writer does not see is left to the
  /// statement that writes many records.
  static Reach within(Set<UUID> known) {
    return new Reach() {
      @Override
      public boolean includes(Draft draft, RecordField field, List<UUID> wanted) {
        return known.containsAll(wanted);
      }

      @Override
      public List<UUID> unseen(Draft draft, RecordField field) {
        return List.of();
      }
    };
  }
}
