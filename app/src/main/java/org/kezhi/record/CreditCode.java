package org.kezhi.record;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The unified social credit code of organisations in China (GB 32100): 18 characters, of which the
/// last checks the others.
public final class CreditCode {

  /// What a code looks like.
  public static final String PATTERN = "^[0-9A-HJ-NPQRTUWXY]{18}$";

  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final Pattern SHAPE = Pattern.compile(PATTERN);
  private static final Pattern GAPS = Pattern.compile("[\\s-]+");

  private CreditCode() {}

  /// In capitals of half width and without gaps, whatever people type.
  public static String normalized(String text) {
    var narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return GAPS.matcher(narrow).replaceAll("").toUpperCase(Locale.ROOT);
  }

  public static boolean isValid(String code) {
    if (!SHAPE.matcher(code).matches()) {
      return false;
    }
    var sum = 0;
    for (var i = 0; i < WEIGHTS.length; i++) {
      sum += CHARACTERS.indexOf(code.charAt(i)) * WEIGHTS[i];
    }
    var check = (CHARACTERS.length() - sum % CHARACTERS.length()) % CHARACTERS.length();
    return CHARACTERS.charAt(check) == code.charAt(WEIGHTS.length);
  }
}
