package org.kezhi.reading;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.kezhi.sheet.FormulaGuard;
import org.springframework.stereotype.Component;

/// Puts the values of a list into the words that stand in the cells of a table.
@Component
public class ListCells {

  private static final String BETWEEN = "; ";

  private final FieldLabels labels;

  ListCells(FieldLabels labels) {
    this.labels = labels;
  }

  /// What a column is headed by.
  public String head(ObjectType type, RecordField field, Locale language) {
    return labels.field(type, field, language);
  }

  /// What a record of a list has in a field.
  public static @Nullable Object value(Map<String, @Nullable Object> item, RecordField field) {
    var extension = field.extension();
    if (extension == null) {
      return item.get(field.name());
    }
    return item.get(extension.prefix()) instanceof Map<?, ?> nested
        ? nested.get(field.ownName())
        : null;
  }

  /// The text of a cell, made harmless for spreadsheets.
  public String guarded(
      ObjectType type, RecordField field, @Nullable Object value, Locale language) {
    return switch (value) {
      case null -> "";
      case Map<?, ?> money when field.kind() == FieldKind.MONEY ->
          String.valueOf(money.get("amount"));
      case Collection<?> several ->
          several.stream()
              .map(one -> guarded(type, field, one, language))
              .collect(Collectors.joining(BETWEEN));
      case Map<?, ?> reference ->
          reference.get("title") instanceof String title ? FormulaGuard.guarded(title) : "";
      case String choice when field.kind().isChoice() ->
          FormulaGuard.guarded(labels.choice(type, field, choice, language));
      case String text when field.kind().isText() -> FormulaGuard.guarded(text);
      default -> value.toString();
    };
  }
}
