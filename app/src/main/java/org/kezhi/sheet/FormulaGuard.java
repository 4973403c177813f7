package org.kezhi.sheet;

import java.util.regex.Pattern;

/// Keeps spreadsheets from taking texts for formulas.
public final class FormulaGuard {

  private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\t\r].*");
  private static final Pattern GUARDED = Pattern.compile("(?s)'+[=+\\-@\t\r].*");

  private FormulaGuard() {}

  /// The text with an apostrophe in front if a spreadsheet would calculate with it; numbers stay.
  public static String guarded(String text) {
    return FORMULA.matcher(text).matches() && NumberText.read(text) == null ? "'" + text : text;
  }

  /// The text as it was before it was guarded.
  public static String bare(String text) {
    return GUARDED.matcher(text).matches() ? text.substring(1) : text;
  }
}
