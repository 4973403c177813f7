package org.kezhi.customization;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kezhi.audit.AuditTriggers;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.record.FieldKind;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.kezhi.warehouse.CustomChanges;
import org.springframework.stereotype.Component;

/// Makes the table follow what a custom field shall be, in the transaction that changes the field.
/// A formula has no column, and so there is nothing to do for one.
@Component
class FieldColumns {

  /// The kinds of record whose added columns the warehouse holds beside those of the program.
  private static final Set<String> WAREHOUSED = Set.of("customer", "order");

  private final CustomizationRepository repository;
  private final CustomSchema schema;
  private final EngineFields fields;
  private final RollUps rollUps;
  private final RollUpTriggers triggers;
  private final LinkTables links;
  private final AuditTriggers audit;

  FieldColumns(
      CustomizationRepository repository,
      CustomSchema schema,
      EngineFields fields,
      RollUps rollUps,
      RollUpTriggers triggers,
      LinkTables links,
      AuditTriggers audit) {
    this.repository = repository;
    this.schema = schema;
    this.fields = fields;
    this.rollUps = rollUps;
    this.triggers = triggers;
    this.links = links;
    this.audit = audit;
  }

  void add(DSLContext db, ObjectType type, CustomField field) {
    if (field.formula() == null) {
      var column = fields.field(type, field);
      schema.add(db, type.table(), column);
      if (column.kind() == FieldKind.REFERENCES) {
        links.create(db, type.table(), column);
      }
      if (field.defaultValue() != null) {
        schema.standard(db, type.table(), column, field.defaultValue());
      }
      if (field.unique()) {
        schema.unique(db, type.table(), column, true);
      }
      if (field.rollUp() != null) {
        var kept = rollUps.kept(type, column, field.rollUp());
        if (kept.function() == RollUp.Function.COUNT) {
          schema.standard(db, type.table(), column, "0");
        }
        triggers.create(db, kept);
      }
    }
  }

  void change(DSLContext db, ObjectType type, CustomField standing, CustomField wanted) {
    if (wanted.formula() == null) {
      refuseUsedChoices(db, type, standing, wanted);
      var column = fields.field(type, wanted);
      if (!Objects.equals(standing.defaultValue(), wanted.defaultValue())) {
        var value = Objects.requireNonNullElse(wanted.defaultValue(), "");
        schema.standard(db, type.table(), column, value);
      }
      if (standing.unique() != wanted.unique()) {
        refuseDuplicates(db, type, wanted);
        schema.unique(db, type.table(), column, wanted.unique());
      }
    }
  }

  void drop(DSLContext db, ObjectType type, CustomField field) {
    if (field.rollUp() != null) {
      triggers.drop(db, field.column());
    }
    if (field.formula() == null) {
      var column = EngineFields.column(type.table(), field);
      schema.drop(db, type.table(), column);
      if (field.kind() == FieldKind.REFERENCES) {
        links.drop(db, column);
      }
    }
  }

  /// The journal keeps the values of the columns that there are from now on.
  void follow(DSLContext db, ObjectType type) {
    var stock = repository.read(db);
    var active = stock.of(type.name()).stream().filter(field -> !field.retired()).toList();
    var customization = fields.customization(type, active, stock.formulas());
    audit.apply(db, type, customization);
    if (WAREHOUSED.contains(type.name())) {
      var columns = customization.fields().stream().filter(RecordField::isStored);
      CustomChanges.follow(
          db, type.table(), type.name(), columns.<Field<?>>map(RecordField::column).toList());
    }
  }

  private void refuseUsedChoices(
      DSLContext db, ObjectType type, CustomField standing, CustomField wanted) {
    var kept = wanted.choices().stream().map(CustomChoice::value).toList();
    var gone =
        standing.choices().stream()
            .map(CustomChoice::value)
            .filter(value -> !kept.contains(value))
            .toList();
    if (!gone.isEmpty()) {
      var column = fields.field(type, standing).column();
      var used =
          db.fetchCount(
              type.table(),
              standing.kind().isMany()
                  ? DSL.arrayOverlap(
                      column.coerce(String[].class), DSL.val(gone.toArray(String[]::new)))
                  : column.coerce(String.class).in(gone));
      if (used > 0) {
        throw CommonProblem.INVALID.in(List.of(FieldError.of("choices", "choiceInUse", used)));
      }
    }
  }

  private void refuseDuplicates(DSLContext db, ObjectType type, CustomField field) {
    var twice = field.unique() ? schema.duplicates(db, type.table(), fields.field(type, field)) : 0;
    if (twice > 0) {
      throw CommonProblem.INVALID.in(List.of(FieldError.of("unique", "duplicates", twice)));
    }
  }
}
