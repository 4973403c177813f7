package org.kezhi.cli;

import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where commands write: results to standard output; progress and reasons to standard error, so
/// that a script can use the one without the other.
record Terminal(PrintWriter out, PrintWriter err) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  void say(String line) {
    out.println(line);
    out.flush();
  }

  void json(JsonNode document) {
    say(JSON.writeValueAsString(document));
  }

  void note(String line) {
    err.println(line);
    err.flush();
  }

  /// Prints rows in columns: the first to the left, numbers to the right.
  void table(List<List<String>> rows) {
    var columns = rows.stream().mapToInt(List::size).max().orElse(0);
    var widths = new int[columns];
    for (var row : rows) {
      for (var i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    for (var row : rows) {
      var line = new StringBuilder("  ");
      for (var i = 0; i < row.size(); i++) {
        var gap = " ".repeat(widths[i] - width(row.get(i)));
        line.append(i == 0 ? row.get(i) + gap : "  " + gap + row.get(i));
      }
      say(line.toString().stripTrailing());
    }
  }

  /// How many places a text takes on a terminal, where a Chinese character takes two.
  private static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return Character.isIdeographic(c) || c >= 0xff00 && c <= 0xff60 || c >= 0x3000 && c <= 0x303f;
  }
}
