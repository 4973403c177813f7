package org.kezhi.file;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of a record, as it is now and as it was.
///
/// @param type what its content looks like, whatever its name says
/// @param preview `image` or `pdf` where it can be looked at without being opened
/// @param number of the version that it has now
/// @param versions the newest first
record AttachedFile(
    UUID id,
    long version,
    String object,
    UUID record,
    String name,
    FileKind kind,
    @Nullable Direction direction,
    @Nullable LocalDate documentDate,
    String type,
    long size,
    String sha256,
    @Nullable String preview,
    int number,
    OffsetDateTime updatedAt,
    List<Version> versions) {

  /// One of the contents that a file has had.
  record Version(
      int number,
      String name,
      String type,
      long size,
      String sha256,
      @Nullable String preview,
      OffsetDateTime createdAt,
      @Nullable Author createdBy) {

    /// Who brought it.
    record Author(UUID id, String title) {}
  }

  Version version(@Nullable Integer wanted) {
    var sought = wanted == null ? number : wanted;
    return versions.stream()
        .filter(each -> each.number == sought)
        .findFirst()
        .orElseThrow(() -> FileProblem.CONTENT_MISSING.with());
  }
}
