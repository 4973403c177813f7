package org.kezhi.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.FieldError;
import org.kezhi.sheet.SourceRow;

/// A line on its way into the database.
///
/// @param id the record that the line becomes, if it becomes a new one
/// @param values the values of the mapped fields, in their order
/// @param errors what is wrong with it
/// @param source the line as it was read
public record StagedRow(
    UUID id, @Nullable Object[] values, List<FieldError> errors, SourceRow source) {

  public boolean isGood() {
    return errors.isEmpty();
  }

  public StagedRow rejected(FieldError error) {
    return new StagedRow(id, values, List.of(error), source);
  }
}
