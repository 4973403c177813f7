package org.kezhi.customization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kezhi.formula.CompiledFormula;
import org.kezhi.formula.FormulaError;
import org.kezhi.formula.FormulaTexts;
import org.kezhi.formula.Formulas;
import org.kezhi.record.Customization;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.springframework.stereotype.Component;

/// Turns custom fields into fields of the engine.
@Component
class EngineFields {

  private static final int DIGITS = 24;
  private static final int MONEY_DECIMALS = 6;
  private static final int LISTED = 5;

  private final ObjectTypes types;
  private final Formulas formulas;

  EngineFields(ObjectTypes types, Formulas formulas) {
    this.types = types;
    this.formulas = formulas;
  }

  /// A field whose target is retired, or whose formula speaks of a field that is, waits until that
  /// comes back.
  ///
  /// @param added the fields of the type that are in use
  /// @param formulas the formulas of all types; where there are none, computed fields stay as they
  ///   are
  Customization customization(
      ObjectType type, List<CustomField> added, @Nullable FormulaTexts formulas) {
    var usable = new ArrayList<CustomField>();
    var known = new ArrayList<RecordField>();
    for (var field : added) {
      read(type, field, formulas)
          .ifPresent(read -> {
            usable.add(field);
            known.add(read);
          });
    }
    var isCustom = type instanceof CustomObjectType;
    return new Customization(
        List.copyOf(known),
        usable.stream().filter(CustomField::searched).map(CustomField::name).toList(),
        usable.stream().filter(CustomField::unique).map(CustomField::name).toList(),
        standards(usable),
        isCustom ? usable.stream().limit(LISTED).map(CustomField::name).toList() : List.of());
  }

  private static Map<String, String> standards(List<CustomField> fields) {
    var standards = new HashMap<String, String>();
    for (var field : fields) {
      if (field.defaultValue() != null) {
        standards.put(field.name(), field.defaultValue());
      }
    }
    return Map.copyOf(standards);
  }

  private Optional<RecordField> read(
      ObjectType type, CustomField field, @Nullable FormulaTexts texts) {
    if (field.reference() != null && types.named(field.reference()).isEmpty()) {
      return Optional.empty();
    } else if (field.formula() == null) {
      return Optional.of(field(type, field));
    } else if (texts == null) {
      return type.customization().fields().stream()
          .filter(known -> known.name().equals(field.name()))
          .findFirst();
    }
    try {
      return Optional.of(
          computed(type, field, formulas.compile(type, field.name(), field.formula(), texts)));
    } catch (FormulaError _) {
      return Optional.empty();
    }
  }

  private static RecordField computed(ObjectType type, CustomField field, CompiledFormula formula) {
    return new RecordField(
        field.name(),
        formula.kind(),
        DSL.field(
            type.table().getQualifiedName().append(field.column()), formula.dataType(type.table())),
        false,
        true,
        formula.kind().maxLength(),
        List.of(),
        null,
        formula.money().orElse(null),
        null,
        formula);
  }

  /// The field as the engine sees it.
  RecordField field(ObjectType type, CustomField field) {
    var kind = field.kind();
    return new RecordField(
        field.name(),
        kind,
        column(type.table(), field),
        field.required(),
        field.isComputed(),
        kind.maxLength(),
        field.choices().stream().map(CustomChoice::option).toList(),
        field.reference() == null ? null : target(field.reference()),
        kind == FieldKind.MONEY ? type.moneyUnit().orElse(null) : null,
        null,
        null);
  }

  static Field<?> column(Table<?> table, CustomField field) {
    var type = dataType(field.kind(), field.decimals());
    var known = field.defaultValue() == null ? type : withDefault(type);
    return DSL.field(table.getQualifiedName().append(field.column()), known);
  }

  /// How the values of a kind are stored.
  ///
  /// @param decimals how many places a number has behind the point
  static DataType<?> dataType(FieldKind kind, @Nullable Integer decimals) {
    return switch (kind) {
      case TEXT, LONG_TEXT, PHONE, EMAIL, URL, CREDIT_CODE, CHOICE -> SQLDataType.CLOB;
      case NUMBER -> SQLDataType.NUMERIC(DIGITS, decimals == null ? 0 : decimals);
      case MONEY, PERCENT -> SQLDataType.NUMERIC(DIGITS, MONEY_DECIMALS);
      case DATE -> SQLDataType.LOCALDATE;
      case INSTANT -> SQLDataType.TIMESTAMPWITHTIMEZONE(6);
      case YES_NO -> SQLDataType.BOOLEAN;
      case CHOICES -> SQLDataType.CLOB.array();
      case REFERENCE -> SQLDataType.UUID;
      case REFERENCES -> SQLDataType.UUID.array();
    };
  }

  /// The engine must only know that there is one: the database fills it in.
  private static <T> DataType<T> withDefault(DataType<T> type) {
    return type.default_(DSL.field("default", type));
  }

  private Table<?> target(String object) {
    return types.named(object).orElseThrow().table();
  }
}
