package org.kezhi.merge;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a merge would come to.
///
/// @param records the records as they are, the one that stays first
/// @param result the values of the one that stays as they would be
/// @param moves what would refer to it, as far as the viewer sees it
/// @param others how many rows more would: in the recycle bin, out of the viewer's sight, or no
///   records of their own
/// @param staying how many rows would stay with the records that go, because the one that stays has
///   their like
public record MergePreview(
    UUID survivor,
    List<Map<String, @Nullable Object>> records,
    List<MergedField> fields,
    Map<String, @Nullable Object> result,
    List<MergeMove> moves,
    long others,
    long staying) {

  /// The values of one field.
  ///
  /// @param chosen the record whose value is taken; none where the field stays empty
  /// @param differs whether there is anything to choose from
  /// @param writable whether the viewer may choose
  /// @param leader the field that is chosen for this one too, such as the currency of an amount
  public record MergedField(
      String field,
      @Nullable UUID chosen,
      boolean differs,
      boolean writable,
      @Nullable String leader,
      List<MergedValue> values) {}

  /// Who gave one of the records its value, and when.
  public record MergedValue(UUID record, String changedAt, @Nullable MergedBy changedBy) {}

  /// A colleague.
  public record MergedBy(UUID id, String title) {}

  /// How many records of one kind refer by one field.
  public record MergeMove(String object, String field, long count) {}
}
