package org.kezhi.sheet;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads numbers as people write them: with separators, signs of currency, percent, 万 and 亿.
public final class NumberText {

  private static final int LONGEST = 60;
  private static final Pattern DECORATION =
      Pattern.compile("[\\s\u00a0’_¥￥$€£元]|CNY|RMB|USD|GBP|EUR");
  private static final Pattern GROUPED_BY_COMMA = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
  private static final Pattern GROUPED_BY_POINT = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+(,\\d*)?");
  private static final Pattern GROUPED_BY_FOUR = Pattern.compile("-?\\d{1,4}(,\\d{4})+(\\.\\d*)?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d*,\\d+");
  private static final Pattern PLAIN =
      Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern FLOATING_CODE = Pattern.compile("\\d+\\.0+");

  private NumberText() {}

  /// The number; null where the text is none.
  public static @Nullable BigDecimal read(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('−', '-').strip();
    var negative = plain.startsWith("(") && plain.endsWith(")");
    if (negative) {
      plain = "-" + plain.substring(1, plain.length() - 1);
    }
    plain = DECORATION.matcher(plain).replaceAll("").replaceFirst("^\\+", "");
    var factor = BigDecimal.ONE;
    for (var unit : Unit.values()) {
      if (plain.endsWith(unit.sign)) {
        plain = plain.substring(0, plain.length() - unit.sign.length());
        factor = unit.factor;
      }
    }
    var digits = withoutSeparators(plain);
    return digits == null ? null : new BigDecimal(digits).multiply(factor);
  }

  /// A code that a spreadsheet took for a number: `17850.0` is `17850`.
  public static String code(String text) {
    var code = text.strip();
    return FLOATING_CODE.matcher(code).matches() ? code.substring(0, code.indexOf('.')) : code;
  }

  private static @Nullable String withoutSeparators(String text) {
    if (GROUPED_BY_COMMA.matcher(text).matches() || GROUPED_BY_FOUR.matcher(text).matches()) {
      return ended(text.replace(",", ""));
    } else if (PLAIN.matcher(text).matches()) {
      return ended(text);
    } else if (GROUPED_BY_POINT.matcher(text).matches()) {
      return ended(text.replace(".", "").replace(',', '.'));
    }
    return DECIMAL_COMMA.matcher(text).matches() ? text.replace(',', '.') : null;
  }

  private static String ended(String digits) {
    return digits.endsWith(".") ? digits.substring(0, digits.length() - 1) : digits;
  }

  private enum Unit {
    PERCENT("%", "0.01"),
    TEN_THOUSAND("万", "10000"),
    HUNDRED_MILLION("亿", "100000000");

    private final String sign;
    private final BigDecimal factor;

    Unit(String sign, String factor) {
      this.sign = sign;
      this.factor = new BigDecimal(factor);
    }
  }
}
