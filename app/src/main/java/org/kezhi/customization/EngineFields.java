package org.kezhi.customization;

import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
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

  EngineFields(ObjectTypes types) {
    this.types = types;
  }

  /// A field whose target is retired waits until that comes back.
  Customization customization(ObjectType type, List<CustomField> added) {
    var usable =
        added.stream()
            .filter(field -> field.reference() == null || hasTarget(field.reference()))
            .toList();
    var isCustom = type instanceof CustomObjectType;
    return new Customization(
        usable.stream().map(field -> field(type, field)).toList(),
        usable.stream().filter(CustomField::searched).map(CustomField::name).toList(),
        usable.stream().filter(CustomField::unique).map(CustomField::name).toList(),
        isCustom ? usable.stream().limit(LISTED).map(CustomField::name).toList() : List.of());
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
        kind == FieldKind.MONEY ? type.currency().orElse(null) : null,
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
      case TEXT, LONG_TEXT, PHONE, EMAIL, URL, CHOICE -> SQLDataType.CLOB;
      case NUMBER -> SQLDataType.NUMERIC(DIGITS, decimals == null ? 0 : decimals);
      case MONEY, PERCENT -> SQLDataType.NUMERIC(DIGITS, MONEY_DECIMALS);
      case DATE -> SQLDataType.LOCALDATE;
      case INSTANT -> SQLDataType.TIMESTAMPWITHTIMEZONE(6);
      case YES_NO -> SQLDataType.BOOLEAN;
      case REFERENCE -> SQLDataType.UUID;
    };
  }

  /// The engine must only know that there is one: the database fills it in.
  private static <T> DataType<T> withDefault(DataType<T> type) {
    return type.default_(DSL.field("default", type));
  }

  private boolean hasTarget(String object) {
    return types.named(object).isPresent();
  }

  private Table<?> target(String object) {
    return types.named(object).orElseThrow().table();
  }
}
