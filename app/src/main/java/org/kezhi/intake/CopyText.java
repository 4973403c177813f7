package org.kezhi.intake;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes rows in the text format of COPY.
final class CopyText {

  private CopyText() {}

  static String of(List<StagedRow> rows) {
    var text = new StringBuilder(rows.size() * 100);
    for (var row : rows) {
      text.append(row.source().line()).append('\t').append(row.id());
      for (var value : row.values()) {
        text.append('\t');
        append(text, value);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void append(StringBuilder out, @Nullable Object value) {
    switch (value) {
      case null -> out.append("\\N");
      case String text -> escape(out, text);
      case String[] several -> escape(out, array(several));
      case BigDecimal number -> out.append(number.toPlainString());
      default -> out.append(value);
    }
  }

  /// The text form of an array, each value in quotes.
  private static String array(String[] values) {
    var text = new StringBuilder("{");
    for (var value : values) {
      text.append(text.length() == 1 ? "\"" : ",\"");
      text.append(value.replace("\\", "\\\\").replace("\"", "\\\""));
      text.append('"');
    }
    return text.append('}').toString();
  }

  private static void escape(StringBuilder out, String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> out.append(c);
      }
    }
  }
}
