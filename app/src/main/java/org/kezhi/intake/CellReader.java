package org.kezhi.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.Labels;
import org.kezhi.record.FieldValues;
import org.kezhi.record.FieldValues.NotAValue;
import org.kezhi.sheet.DateText;
import org.kezhi.sheet.FormulaGuard;
import org.kezhi.sheet.NumberText;
import org.kezhi.sheet.SeveralTexts;

/// Turns the text of a cell into the value of a field, by the rules that hold for every other way
/// of writing it.
public final class CellReader {

  private static final Set<String> YES = Set.of("true", "yes", "y", "1", "是", "真", "对", "有", "√");
  private static final Set<String> NO = Set.of("false", "no", "n", "0", "否", "假", "错", "无", "×");

  private final Labels labels;
  private final DateText dates;
  private final Map<String, Map<String, String>> choices = new HashMap<>();

  public CellReader(Labels labels, DateText dates) {
    this.labels = labels;
    this.dates = dates;
  }

  /// The value; null where the cell is empty. An apostrophe that keeps a spreadsheet from taking
  /// what follows for a formula is no part of a value that is looked up or computed with; whether
  /// it belongs to a text only the record can tell that has it.
  public @Nullable Object read(ImportField field, String cell) {
    if (cell.isBlank()) {
      return null;
    } else if (field.rule().kind().isMany()) {
      return field.isKey() ? keys(field, cell) : choices(field, cell);
    }
    return field.isKey() ? key(field, FormulaGuard.bare(cell)) : one(field, cell);
  }

  private @Nullable Object one(ImportField field, String raw) {
    var cell = FormulaGuard.bare(raw);
    return switch (field.rule().kind()) {
      case TEXT, LONG_TEXT -> text(field, fitting(field, raw));
      case EMAIL -> FieldValues.read(field.rule(), raw.strip());
      case URL, CREDIT_CODE -> FieldValues.read(field.rule(), cell.strip());
      case PHONE -> FieldValues.read(field.rule(), NumberText.code(cell));
      case NUMBER, MONEY, PERCENT -> number(field, cell);
      case DATE -> found(dates.date(cell), "notADate");
      case INSTANT -> found(dates.instant(cell), "notAnInstant");
      case YES_NO -> yesNo(cell);
      case CHOICE -> FieldValues.read(field.rule(), choice(field, cell));
      case CHOICES, REFERENCE, REFERENCES ->
          throw new IllegalStateException(field.name() + " is not read as one value");
    };
  }

  /// Of a text that is as long as can be, the apostrophe is none of it.
  private static String fitting(ImportField field, String raw) {
    return raw.codePointCount(0, raw.length()) > field.rule().maxLength()
        ? FormulaGuard.bare(raw)
        : raw;
  }

  /// Codes are compared, so the blanks around them do not count.
  private static @Nullable Object text(ImportField field, String cell) {
    var name = field.rule().column().getName();
    var text = "code".equals(name) ? NumberText.code(cell) : cell;
    if ("currency".equals(name) && !FieldValues.isCurrency(text.strip())) {
      throw new NotAValue("notACurrency");
    }
    return FieldValues.read(field.rule(), text);
  }

  private static @Nullable Object number(ImportField field, String cell) {
    return FieldValues.read(field.rule(), found(NumberText.read(cell), "notANumber"));
  }

  private static Object found(@Nullable Object value, String code) {
    if (value == null) {
      throw new NotAValue(code);
    }
    return value;
  }

  private static Boolean yesNo(String cell) {
    var word = cell.strip().toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return true;
    } else if (NO.contains(word)) {
      return false;
    }
    throw new NotAValue("notYesNo");
  }

  private static @Nullable Object key(ImportField field, String cell) {
    return FieldValues.read(field.keyRule(), NumberText.code(cell));
  }

  /// The names of several records, each once; none of them is no value.
  private static String @Nullable [] keys(ImportField field, String cell) {
    var keys =
        SeveralTexts.of(cell).stream()
            .flatMap(name -> Stream.ofNullable(key(field, name)))
            .map(String::valueOf)
            .distinct()
            .toArray(String[]::new);
    return keys.length == 0 ? null : keys;
  }

  private @Nullable Object choices(ImportField field, String cell) {
    return FieldValues.read(
        field.rule(), SeveralTexts.of(cell).stream().map(one -> choice(field, one)).toList());
  }

  private String choice(ImportField field, String cell) {
    var known = choices.computeIfAbsent(field.name(), _ -> words(field));
    var value = known.get(cell.strip().toLowerCase(Locale.ROOT));
    return value == null ? cell.strip() : value;
  }

  /// Choices by their value and by their label in each language.
  private Map<String, String> words(ImportField field) {
    var words = new HashMap<String, String>();
    for (var value : field.rule().choices()) {
      words.put(value.toLowerCase(Locale.ROOT), value);
      for (var language : Labels.LANGUAGES) {
        labels
            .find(language, field.label().replaceFirst("^field", "choice") + "." + value)
            .ifPresent(label -> words.putIfAbsent(label.toLowerCase(Locale.ROOT), value));
      }
    }
    return words;
  }
}
