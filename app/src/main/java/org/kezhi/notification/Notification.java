package org.kezhi.notification;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that one person was told, in the language of the reader.
///
/// @param record what it is about; none where it is about no record, or about one that the reader
///   may not see any more
/// @param by who caused it; none where the program did it by itself
/// @param muted whether the reader wants no more of the record's changes
record Notification(
    UUID id,
    String kind,
    String topic,
    String text,
    @Nullable Subject record,
    @Nullable Author by,
    OffsetDateTime createdAt,
    boolean read,
    boolean muted) {

  /// A record by its name.
  record Subject(String object, UUID id, String title) {}

  /// A colleague by name.
  record Author(UUID id, String title) {}
}
