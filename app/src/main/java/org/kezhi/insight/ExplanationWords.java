package org.kezhi.insight;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.Labels;

/// Finds the words and writes the numbers of an explanation.
final class ExplanationWords {

  private static final String OBJECT = "customer.value.";

  private final Labels labels;
  private final Locale language;
  private final String currency;

  ExplanationWords(Labels labels, Locale language, String currency) {
    this.labels = labels;
    this.language = language;
    this.currency = currency;
  }

  String field(String figure) {
    return labels.text(language, "field." + OBJECT + figure);
  }

  String choice(String figure, String value) {
    return labels.text(language, "choice." + OBJECT + figure + "." + value);
  }

  String text(String key, Object... arguments) {
    return labels.text(language, "value.explain." + key, arguments);
  }

  String amount(BigDecimal amount) {
    var format = NumberFormat.getNumberInstance(language);
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(2);
    return format.format(amount) + " " + currency;
  }

  String number(Number number) {
    var format = NumberFormat.getNumberInstance(language);
    format.setMaximumFractionDigits(1);
    return format.format(number);
  }

  String percent(@Nullable BigDecimal share) {
    var format = NumberFormat.getPercentInstance(language);
    format.setMaximumFractionDigits(2);
    return share == null ? "–" : format.format(share);
  }
}
