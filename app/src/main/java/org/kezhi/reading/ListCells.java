package org.kezhi.reading;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.kezhi.sheet.FormulaGuard;
import org.kezhi.sheet.SeveralTexts;
import org.springframework.stereotype.Component;

/// Puts the values of a list into the words that stand in the cells of a table.
@Component
public class ListCells {

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
          SeveralTexts.joined(
              several.stream().map(one -> word(type, field, one, language)).toList());
      case Map<?, ?> _ -> FormulaGuard.guarded(word(type, field, value, language));
      case String _ when field.kind().isChoice() || field.kind().isText() ->
          FormulaGuard.guarded(word(type, field, value, language));
      default -> value.toString();
    };
  }

  private String word(ObjectType type, RecordField field, Object value, Locale language) {
    return switch (value) {
      case Map<?, ?> reference -> reference.get("title") instanceof String title ? title : "";
      case String choice when field.kind().isChoice() ->
          labels.choice(type, field, choice, language);
      default -> value.toString();
    };
  }
}
