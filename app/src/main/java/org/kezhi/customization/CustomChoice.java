package org.kezhi.customization;

import org.jspecify.annotations.Nullable;
import org.kezhi.record.RecordField;

/// One value of a custom field that is a choice.
///
/// @param value what is stored
/// @param color the tone in which screens show it
/// @param retired whether it stays where it stands but can no longer be chosen
record CustomChoice(String value, Words labels, @Nullable String color, boolean retired) {

  RecordField.Option option() {
    return new RecordField.Option(value, color, retired);
  }
}
