package org.kezhi.customization;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditTriggers;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Ids;
import org.kezhi.platform.Labels;
import org.kezhi.record.Customization;
import org.kezhi.record.Dependents;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Service;

/// Makes kinds of record, changes them, and takes them away again.
@Service
class ObjectDesigns {

  private static final int MOST_OBJECTS = 100;
  private static final int MOST_ICON = 40;

  private final DSLContext db;
  private final ObjectTypes types;
  private final Labels labels;
  private final CustomizationRepository repository;
  private final CustomSchema schema;
  private final AuditTriggers audit;
  private final DesignUses uses;
  private final FieldColumns columns;

  ObjectDesigns(
      DSLContext db,
      ObjectTypes types,
      Labels labels,
      CustomizationRepository repository,
      CustomSchema schema,
      AuditTriggers audit,
      DesignUses uses,
      FieldColumns columns) {
    this.db = db;
    this.types = types;
    this.labels = labels;
    this.repository = repository;
    this.schema = schema;
    this.audit = audit;
    this.uses = uses;
    this.columns = columns;
  }

  /// Those that came with the program, then those of the company; the retired ones too.
  List<ObjectDesign> list(Viewer viewer) {
    viewer.require(Permission.ADMIN_SETTINGS);
    return Stream.concat(
            types.builtIn().stream().map(this::design),
            repository.read(db).objects().stream().map(ObjectDesign::of))
        .toList();
  }

  CustomObject make(Viewer viewer, ObjectDraft draft) {
    viewer.require(Permission.ADMIN_SETTINGS);
    return schema.change(
        viewer,
        db -> {
          var there = repository.read(db).objects();
          if (there.size() >= MOST_OBJECTS) {
            throw CustomizationProblem.TOO_MANY.with(MOST_OBJECTS);
          }
          var object = read(begun(db, there, draft), draft);
          schema.create(db, object);
          repository.save(db, object, viewer.id());
          audit.apply(db, new CustomObjectType(object), Customization.NONE);
          return object;
        });
  }

  CustomObject change(Viewer viewer, String name, ObjectDraft draft) {
    viewer.require(Permission.ADMIN_SETTINGS);
    return schema.change(
        viewer,
        db -> {
          var object = read(named(db, name), draft);
          repository.save(db, object, viewer.id());
          return object;
        });
  }

  /// Takes a retired kind of record away with all its records.
  void delete(Viewer viewer, String name) {
    viewer.require(Permission.ADMIN_SETTINGS);
    schema.change(
        viewer,
        db -> {
          var object = named(db, name);
          if (!object.retired()) {
            throw CustomizationProblem.NOT_RETIRED.with();
          }
          var fields = repository.read(db).fields();
          refuseNeeded(fields, name);
          var type = new CustomObjectType(object);
          fields.stream()
              .filter(field -> field.object().equals(name))
              .forEach(field -> columns.drop(db, type, field));
          repository.delete(db, object);
          uses.forget(db, name, null);
          RenamedLabels.forget(db, name);
          schema.drop(db, object);
          return object;
        });
  }

  private static void refuseNeeded(List<CustomField> fields, String name) {
    var needing =
        fields.stream()
            .filter(field -> !field.object().equals(name))
            .filter(field -> name.equals(field.reference()) || field.needs(name, null))
            .map(CustomField::path)
            .toList();
    if (!needing.isEmpty()) {
      throw CustomizationProblem.STILL_NEEDED.with(String.join(", ", needing));
    }
  }

  List<Dependents.Use> uses(Viewer viewer, String name) {
    viewer.require(Permission.ADMIN_SETTINGS);
    var object = named(db, name);
    var found = new ArrayList<>(uses.of(new CustomObjectType(object)));
    for (var field : repository.read(db).fields()) {
      if (name.equals(field.reference())) {
        found.add(new Dependents.Use("field", field.path(), 1));
      } else if (field.needs(name, null)) {
        found.add(new Dependents.Use("rollUp", field.path(), 1));
      }
    }
    return found;
  }

  private CustomObject begun(DSLContext db, List<CustomObject> there, ObjectDraft draft) {
    var one = english(draft.labels());
    var many = english(draft.pluralLabels());
    return new CustomObject(
        Ids.next(),
        CustomNames.camel(
            one,
            name ->
                types.named(name).isPresent()
                    || there.stream().anyMatch(object -> object.name().equals(name))),
        CustomNames.path(
            many, path -> there.stream().anyMatch(object -> object.path().equals(path))),
        "x_" + repository.nextNumber(db),
        new Words(null, null),
        new Words(null, null),
        "file",
        Boolean.TRUE.equals(draft.owned()),
        false);
  }

  private static CustomObject read(CustomObject standing, ObjectDraft draft) {
    var errors = new ArrayList<FieldError>();
    var isNew = standing.labels().isEmpty();
    var labels =
        isNew || draft.labels() != null
            ? Words.read(draft.labels(), "labels", Words.NAME, errors)
            : standing.labels();
    var plural =
        isNew || draft.pluralLabels() != null
            ? Words.read(draft.pluralLabels(), "pluralLabels", Words.NAME, errors)
            : standing.pluralLabels();
    var icon = Objects.requireNonNullElse(draft.icon(), standing.icon());
    if (icon.length() > MOST_ICON || !icon.matches("[A-Za-z-]+")) {
      errors.add(FieldError.of("icon", "invalid"));
    }
    if (!isNew && draft.owned() != null && draft.owned() != standing.owned()) {
      errors.add(FieldError.of("owned", "readOnly"));
    }
    if (isNew && Boolean.TRUE.equals(draft.retired())) {
      errors.add(FieldError.of("retired", "invalid"));
    }
    if (!errors.isEmpty()) {
      throw CommonProblem.INVALID.in(errors);
    }
    return new CustomObject(
        standing.id(),
        standing.name(),
        standing.path(),
        standing.table(),
        labels,
        plural,
        icon,
        standing.owned(),
        Objects.requireNonNullElse(draft.retired(), standing.retired()));
  }

  private CustomObject named(DSLContext db, String name) {
    if (types.builtIn().stream().anyMatch(type -> type.name().equals(name))) {
      throw CustomizationProblem.BUILT_IN.with();
    }
    return repository.read(db).objects().stream()
        .filter(object -> object.name().equals(name))
        .findFirst()
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }

  private ObjectDesign design(ObjectType type) {
    var key = "object." + type.name();
    return new ObjectDesign(
        type.name(),
        type.path(),
        false,
        words(key),
        words(key + ".plural"),
        original(key),
        original(key + ".plural"),
        type.icon(),
        false);
  }

  private Words words(String key) {
    return Words.of(language -> labels.text(language, key));
  }

  private @Nullable Words original(String key) {
    var original = Words.of(language -> labels.original(language, key).orElse(""));
    return original.equals(words(key)) ? null : original;
  }

  private static String english(@Nullable Words words) {
    return words == null || words.en() == null ? "" : words.en();
  }
}
