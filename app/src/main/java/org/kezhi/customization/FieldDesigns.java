package org.kezhi.customization;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.kezhi.access.Permission;
import org.kezhi.access.Viewer;
import org.kezhi.customization.CustomizationRepository.Stock;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.record.Dependents;
import org.kezhi.record.FieldKind;
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
  private final FieldColumns columns;
  private final DesignUses uses;
  private final FieldUpkeep upkeep;

  FieldDesigns(
      DSLContext db,
      ObjectTypes types,
      CustomizationRepository repository,
      CustomSchema schema,
      FieldRules rules,
      FieldColumns columns,
      DesignUses uses,
      FieldUpkeep upkeep) {
    this.db = db;
    this.types = types;
    this.repository = repository;
    this.schema = schema;
    this.rules = rules;
    this.columns = columns;
    this.uses = uses;
    this.upkeep = upkeep;
  }

  /// Those of the company, in their order; the retired ones too.
  List<CustomField> list(Viewer viewer, String object) {
    viewer.require(Permission.ADMIN_SETTINGS);
    type(object);
    return repository.read(db).of(object);
  }

  CustomField add(Viewer viewer, String object, FieldDraft draft) {
    viewer.require(Permission.ADMIN_SETTINGS);
    var type = type(object);
    var added =
        schema.change(
            viewer,
            db -> {
              var stock = repository.read(db);
              var there = stock.of(object);
              if (there.size() >= MOST_FIELDS) {
                throw CustomizationProblem.TOO_MANY.with(MOST_FIELDS);
              }
              var begun = rules.begin(type, draft, made(db, there, draft));
              var field = rules.read(type, begun, draft, stock.formulas());
              columns.add(db, type, field);
              repository.save(db, field, viewer.id());
              columns.follow(db, type);
              return field;
            });
    upkeep.bringUpToDate();
    return added;
  }

  CustomField change(Viewer viewer, String object, String name, FieldDraft draft) {
    viewer.require(Permission.ADMIN_SETTINGS);
    var type = type(object);
    return schema.change(
        viewer,
        db -> {
          var stock = repository.read(db);
          var standing = named(stock, object, name);
          var field = rules.read(type, standing, draft, stock.formulas());
          columns.change(db, type, standing, field);
          repository.change(db, field, viewer.id());
          columns.follow(db, type);
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
          var stock = repository.read(db);
          var field = named(stock, object, name);
          if (!field.retired()) {
            throw CustomizationProblem.NOT_RETIRED.with();
          }
          var needing = needing(stock, object, name).stream().map(CustomField::path).toList();
          if (!needing.isEmpty()) {
            throw CustomizationProblem.STILL_NEEDED.with(String.join(", ", needing));
          }
          repository.delete(db, field);
          uses.forget(db, object, name);
          columns.follow(db, type);
          columns.drop(db, type, field);
          return field;
        });
  }

  List<Dependents.Use> uses(Viewer viewer, String object, String name) {
    viewer.require(Permission.ADMIN_SETTINGS);
    var type = type(object);
    var stock = repository.read(db);
    var found = new ArrayList<>(uses.of(type, named(stock, object, name)));
    for (var field : needing(stock, object, name)) {
      var kind = field.formula() == null ? "rollUp" : "formula";
      found.add(new Dependents.Use(kind, field.path(), 1));
    }
    return found;
  }

  void order(Viewer viewer, String object, List<String> names) {
    viewer.require(Permission.ADMIN_SETTINGS);
    type(object);
    schema.change(
        viewer,
        db -> {
          var there = repository.read(db).of(object).stream().map(CustomField::name).toList();
          if (!there.containsAll(names)) {
            throw CommonProblem.INVALID.in(List.of(FieldError.of("fields", "unknownField")));
          }
          var order = new ArrayList<>(names.stream().distinct().toList());
          there.stream().filter(name -> !order.contains(name)).forEach(order::add);
          repository.order(db, object, order);
          return order;
        });
  }

  /// What the values of a formula would be, before anybody keeps it.
  FieldKind check(Viewer viewer, String object, String formula) {
    viewer.require(Permission.ADMIN_SETTINGS);
    return rules.kind(type(object), "", formula, repository.read(db).formulas());
  }

  private CustomNames.Made made(DSLContext db, List<CustomField> there, FieldDraft draft) {
    var words = draft.labels() == null ? "" : Objects.requireNonNullElse(draft.labels().en(), "");
    var name =
        CustomNames.camel(
            words, wanted -> there.stream().anyMatch(field -> field.name().equals(wanted)));
    return new CustomNames.Made(name, "x_" + repository.nextNumber(db));
  }

  private static List<CustomField> needing(Stock stock, String object, String name) {
    return stock.fields().stream()
        .filter(field -> field.needs(object, name) && !field.path().equals(object + "." + name))
        .toList();
  }

  private ObjectType type(String object) {
    return types.named(object).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  private static CustomField named(Stock stock, String object, String name) {
    return stock.find(object, name).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }
}
