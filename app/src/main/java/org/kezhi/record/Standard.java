package org.kezhi.record;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a new record holds in a field unless somebody says otherwise. It is a text like those that
/// a file has, or one of two that move: the day on which, and the person by whom it is made.
public final class Standard {

  public static final String TODAY = "@today";
  public static final String ME = "@me";

  private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'(?:::[\\w ]+)?");
  private static final Pattern PLAIN = Pattern.compile("true|false|-?\\d+(?:\\.\\d+)?");

  private Standard() {}

  /// What the database fills in by itself, where it is the same for every record.
  static Optional<String> of(RecordField field) {
    var standard = field.column().getDataType().defaultValue();
    var sql = standard == null ? "" : standard.toString();
    var text = TEXT.matcher(sql);
    if (text.matches()) {
      return Optional.of(text.group(1).replace("''", "'"));
    }
    return PLAIN.matcher(sql).matches() ? Optional.of(sql) : Optional.empty();
  }
}
