package org.kezhi.customization;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.kezhi.access.Permission;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditTriggers;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.record.Dependents;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Service;

/// Adds fields to kinds of record, changes them, and takes them away again.
@Service
class FieldDesigns {

  private static final int MOST_FIELDS = 200;

  private final DSLContext db;
  private final ObjectTypes types;
  private final CustomizationRepository repository;
  private final CustomSchema schema;
  private final FieldRules rules;
  private final EngineFields fields;
  private final AuditTriggers audit;
  private final DesignUses uses;
  private final RollUps rollUps;
  private final RollUpTriggers triggers;
  private final FieldUpkeep upkeep;

  FieldDesigns(
      DSLContext db,
      ObjectTypes types,
      CustomizationRepository repository,
      CustomSchema schema,
      FieldRules rules,
      EngineFields fields,
      AuditTriggers audit,
      DesignUses uses,
      RollUps rollUps,
      RollUpTriggers triggers,
      FieldUpkeep upkeep) {
    this.db = db;
    this.types = types;
    this.repository = repository;
    this.schema = schema;
    this.rules = rules;
    this.fields = fields;
    this.audit = audit;
    this.uses = uses;
    this.rollUps = rollUps;
    this.triggers = triggers;
    this.upkeep = upkeep;
  }

  /// Those of the company, in their order; the retired ones too.
  List<CustomField> list(Viewer viewer, String object) {
    viewer.require(Permission.ADMIN_SETTINGS);
    type(object);
    return of(repository.read(db), object);
  }

  CustomField add(Viewer viewer, String object, FieldDraft draft) {
    viewer.require(Permission.ADMIN_SETTINGS);
    var type = type(object);
    var added =
        schema.change(
            viewer,
            db -> {
              var there = of(repository.read(db), object);
              if (there.size() >= MOST_FIELDS) {
                throw CustomizationProblem.TOO_MANY.with(MOST_FIELDS);
              }
              var begun = rules.begin(type, draft, made(db, there, draft));
              var field = rules.read(type, begun, draft);
              addColumn(db, type, field);
              repository.save(db, field, viewer.id());
              follow(db, type);
              return field;
            });
    upkeep.bringUpToDate();
    return added;
  }

  private void addColumn(DSLContext db, ObjectType type, CustomField field) {
    var column = fields.field(type, field);
    schema.add(db, type.table(), column);
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

  CustomField change(Viewer viewer, String object, String name, FieldDraft draft) {
    viewer.require(Permission.ADMIN_SETTINGS);
    var type = type(object);
    return schema.change(
        viewer,
        db -> {
          var standing = named(repository.read(db), object, name);
          var field = rules.read(type, standing, draft);
          refuseUsedChoices(db, type, standing, field);
          var column = fields.field(type, field);
          if (!Objects.equals(standing.defaultValue(), field.defaultValue())) {
            var value = Objects.requireNonNullElse(field.defaultValue(), "");
            schema.standard(db, type.table(), column, value);
          }
          if (standing.unique() != field.unique()) {
            refuseDuplicates(db, type, field);
            schema.unique(db, type.table(), column, field.unique());
          }
          repository.change(db, field, viewer.id());
          follow(db, type);
          return field;
        });
  }

  /// Takes a retired field away with all its values.
  void delete(Viewer viewer, String object, String name) {
    viewer.require(Permission.ADMIN_SETTINGS);
    var type = type(object);
    schema.change(
        viewer,
        db -> {
          var field = named(repository.read(db), object, name);
          if (!field.retired()) {
            throw CustomizationProblem.NOT_RETIRED.with();
          }
          refuseNeeded(db, object, name);
          if (field.rollUp() != null) {
            triggers.drop(db, field.column());
          }
          repository.delete(db, field);
          uses.forget(db, object, name);
          follow(db, type);
          schema.drop(db, type.table(), fields.field(type, field));
          return field;
        });
  }

  List<Dependents.Use> uses(Viewer viewer, String object, String name) {
    viewer.require(Permission.ADMIN_SETTINGS);
    var type = type(object);
    var stock = repository.read(db);
    var found = new ArrayList<>(uses.of(type, fields.field(type, named(stock, object, name))));
    stock.fields().stream()
        .filter(field -> RollUps.needs(field, object, name))
        .forEach(field -> found.add(new Dependents.Use("rollUp", field.path(), 1)));
    return found;
  }

  void order(Viewer viewer, String object, List<String> names) {
    viewer.require(Permission.ADMIN_SETTINGS);
    type(object);
    schema.change(
        viewer,
        db -> {
          var there = of(repository.read(db), object).stream().map(CustomField::name).toList();
          for (var name : names) {
            if (!there.contains(name)) {
              throw CommonProblem.INVALID.in(List.of(FieldError.of("fields", "unknownField")));
            }
          }
          var order = new ArrayList<>(names.stream().distinct().toList());
          there.stream().filter(name -> !order.contains(name)).forEach(order::add);
          repository.order(db, object, order);
          return order;
        });
  }

  private CustomNames.Made made(DSLContext db, List<CustomField> there, FieldDraft draft) {
    var words = draft.labels() == null ? "" : Objects.requireNonNullElse(draft.labels().en(), "");
    var name =
        CustomNames.camel(
            words, wanted -> there.stream().anyMatch(field -> field.name().equals(wanted)));
    return new CustomNames.Made(name, "x_" + repository.nextNumber(db));
  }

  /// The journal keeps the values of the columns that there are from now on.
  private void follow(DSLContext db, ObjectType type) {
    var active =
        of(repository.read(db), type.name()).stream().filter(field -> !field.retired()).toList();
    audit.apply(db, type, fields.customization(type, active));
  }

  private void refuseNeeded(DSLContext db, String object, String name) {
    var needing =
        repository.read(db).fields().stream()
            .filter(field -> RollUps.needs(field, object, name))
            .map(CustomField::path)
            .toList();
    if (!needing.isEmpty()) {
      throw CustomizationProblem.STILL_NEEDED.with(String.join(", ", needing));
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
      var column = fields.field(type, standing).column().coerce(String.class);
      var used = db.fetchCount(type.table(), column.in(gone));
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

  private ObjectType type(String object) {
    return types.named(object).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  private static List<CustomField> of(CustomizationRepository.Stock stock, String object) {
    return stock.fields().stream().filter(field -> field.object().equals(object)).toList();
  }

  private static CustomField named(
      CustomizationRepository.Stock stock, String object, String name) {
    return of(stock, object).stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }
}
