package org.kezhi.record;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the value of a field from what JSON or a file gives, and says precisely what is wrong.
public final class FieldValues {

  /// How many values a field can have at once.
  public static final int MOST_VALUES = 1_000;

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;.]+(\\.[^\\s@<>,;.]+)+");
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private FieldValues() {}

  /// The value as its column wants it; null where it is empty.
  ///
  /// @param value a text, number, truth value, or an object with `id` or `amount`
  /// @throws NotAValue if it is none for this field
  public static @Nullable Object read(RecordField field, @Nullable Object value) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      return null;
    }
    return switch (field.kind()) {
      case TEXT, LONG_TEXT -> text(field, value);
      case PHONE -> phone(text(field, value));
      case EMAIL -> email(text(field, value));
      case URL -> url(text(field, value));
      case CREDIT_CODE -> creditCode(text(field, value));
      case NUMBER, PERCENT -> number(field, value);
      case MONEY -> number(field, value instanceof Map<?, ?> money ? money.get("amount") : value);
      case DATE -> date(value);
      case INSTANT -> instant(value);
      case YES_NO -> yesNo(value);
      case CHOICE -> choice(field, value);
      case CHOICES -> choices(field, value);
      case REFERENCE -> reference(value);
      case REFERENCES -> references(value);
    };
  }

  /// Whether a text is the ISO 4217 code of a currency.
  public static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }

  private static String text(RecordField field, Object value) {
    if (!(value instanceof String text)) {
      throw new NotAValue("notAText");
    }
    var bad = firstUnstorable(text);
    if (bad > 0) {
      throw new NotAValue("badCharacter", bad);
    }
    if (text.codePointCount(0, text.length()) > field.maxLength()) {
      throw new NotAValue("tooLong", field.maxLength());
    }
    return text;
  }

  /// The place, counted from 1, of the first character that no text may hold; 0 where there is
  /// none.
  public static int firstUnstorable(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (!isStorable(text, i)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static boolean isStorable(String text, int i) {
    var c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    } else if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c >= ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /// A number in international form (E.164); without a country code it is a Chinese one.
  private static String phone(String text) {
    try {
      var number = PHONES.parse(text, "CN");
      if (PHONES.isPossibleNumber(number)) {
        return PHONES.format(number, PhoneNumberFormat.E164)
            + (number.hasExtension() ? ";ext=" + number.getExtension() : "");
      }
    } catch (NumberParseException _) {
      // answered below, like a number that is too short
    }
    throw new NotAValue("notAPhone");
  }

  private static String email(String text) {
    if (!EMAIL.matcher(text).matches()) {
      throw new NotAValue("notAnEmail");
    }
    return text;
  }

  private static String url(String text) {
    try {
      var address = new URI(text.contains("://") ? text : "https://" + text);
      if (address.getHost() != null && address.getScheme().matches("https?")) {
        return address.toString();
      }
    } catch (URISyntaxException _) {
      // answered below, like an address of another kind
    }
    throw new NotAValue("notAUrl");
  }

  private static String creditCode(String text) {
    var code = CreditCode.normalized(text);
    if (!CreditCode.isValid(code)) {
      throw new NotAValue("notACreditCode");
    }
    return code;
  }

  private static Object number(RecordField field, @Nullable Object value) {
    var number = decimal(value);
    var type = field.column().getDataType();
    if (type.getType() == BigDecimal.class) {
      var digits = type.precision() - type.scale();
      if (number.precision() - number.scale() > digits) {
        throw new NotAValue("tooLarge");
      } else if (number.stripTrailingZeros().scale() > type.scale()) {
        throw new NotAValue("tooManyDecimals", type.scale());
      }
      return number;
    }
    try {
      return whole(type.getType(), number);
    } catch (ArithmeticException _) {
      throw new NotAValue(number.stripTrailingZeros().scale() > 0 ? "notWhole" : "tooLarge");
    }
  }

  private static Object whole(Class<?> type, BigDecimal number) {
    if (type == Integer.class) {
      return number.intValueExact();
    } else if (type == Short.class) {
      return number.shortValueExact();
    }
    return number.longValueExact();
  }

  private static BigDecimal decimal(@Nullable Object value) {
    try {
      return switch (value) {
        case BigDecimal decimal -> decimal;
        case Number number -> new BigDecimal(number.toString());
        case String text when text.length() <= 60 -> new BigDecimal(text.strip());
        case null, default -> throw new NotAValue("notANumber");
      };
    } catch (NumberFormatException _) {
      throw new NotAValue("notANumber");
    }
  }

  private static LocalDate date(Object value) {
    try {
      var date = LocalDate.parse(String.valueOf(value).strip());
      if (date.getYear() >= 1 && date.getYear() <= 9999) {
        return date;
      }
    } catch (DateTimeException _) {
      // answered below, like a year that no calendar shows
    }
    throw new NotAValue("notADate");
  }

  private static OffsetDateTime instant(Object value) {
    try {
      var instant = OffsetDateTime.parse(String.valueOf(value).strip());
      if (instant.getYear() >= 1 && instant.getYear() <= 9999) {
        return instant;
      }
    } catch (DateTimeException _) {
      // answered below, like a year that no calendar shows
    }
    throw new NotAValue("notAnInstant");
  }

  private static Boolean yesNo(Object value) {
    return switch (String.valueOf(value)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new NotAValue("notYesNo");
    };
  }

  private static String choice(RecordField field, @Nullable Object value) {
    if (value instanceof String text && field.option(text).isPresent()) {
      return text;
    }
    throw new NotAValue("notAChoice", String.join(", ", field.choices()));
  }

  /// Each of them once, in the order of the options; none of them is no value.
  private static String @Nullable [] choices(RecordField field, Object value) {
    var chosen = several(value).map(one -> choice(field, one)).toList();
    var ordered = field.choices().stream().filter(chosen::contains).toArray(String[]::new);
    return ordered.length == 0 ? null : ordered;
  }

  /// Each of them once, in the order given; none of them is no value.
  private static UUID @Nullable [] references(Object value) {
    var ids = several(value).map(FieldValues::reference).distinct().toArray(UUID[]::new);
    return ids.length == 0 ? null : ids;
  }

  private static Stream<?> several(Object value) {
    if (value instanceof Collection<?> many) {
      if (many.size() > MOST_VALUES) {
        throw new NotAValue("tooMany", MOST_VALUES);
      }
      return many.stream();
    } else if (value instanceof String one) {
      return Stream.of(one);
    }
    throw new NotAValue("notSeveral");
  }

  private static UUID reference(@Nullable Object value) {
    return id(value instanceof Map<?, ?> reference ? reference.get("id") : value);
  }

  private static UUID id(@Nullable Object value) {
    try {
      if (value instanceof UUID id) {
        return id;
      } else if (value instanceof String text && text.length() == 36) {
        return UUID.fromString(text);
      }
    } catch (IllegalArgumentException _) {
      // answered below
    }
    throw new NotAValue("notAReference");
  }

  /// Says why something is no value of a field; the text is the label `error.<code>`.
  public static final class NotAValue extends RuntimeException {

    private final String code;
    private final transient Object[] arguments;

    public NotAValue(String code, Object... arguments) {
      super(code, null, false, false);
      this.code = code;
      this.arguments = arguments;
    }

    public String code() {
      return code;
    }

    public Object[] arguments() {
      return arguments;
    }
  }
}
