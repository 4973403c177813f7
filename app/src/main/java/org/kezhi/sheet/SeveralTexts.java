package org.kezhi.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Puts several texts into one cell, and reads them from it: semicolons or line breaks stand
/// between them, and a text that holds such a sign stands in quotes.
public final class SeveralTexts {

  private static final String BETWEEN = "; ";
  private static final Pattern NEEDS_QUOTES = Pattern.compile("(?s)\\s*\".*|.*[;；\n\r].*");
  private static final Pattern ONE =
      Pattern.compile(
          "\\G[^\\S\n]*(?:\"((?:[^\"]|\"\")*)\"[^\\S\n]*(?=[;；\n]|$)|([^;；\n]*))(?:[;；\n]|\\z)");

  private SeveralTexts() {}

  /// The cell, made harmless for spreadsheets.
  public static String joined(Collection<String> texts) {
    return texts.stream().map(SeveralTexts::quoted).collect(Collectors.joining(BETWEEN));
  }

  private static String quoted(String text) {
    var harmless = FormulaGuard.guarded(text);
    return NEEDS_QUOTES.matcher(harmless).matches()
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }

  /// The texts that a cell holds, empty ones left out.
  public static List<String> of(String cell) {
    var texts = new ArrayList<String>();
    var match = ONE.matcher(cell);
    while (match.find() && match.start() < cell.length()) {
      var quoted = match.group(1);
      var text = quoted == null ? match.group(2) : quoted.replace("\"\"", "\"");
      if (!text.isBlank()) {
        texts.add(FormulaGuard.bare(text));
      }
    }
    return texts;
  }
}
