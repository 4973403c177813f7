package org.kezhi.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kezhi.platform.Labels;
import org.kezhi.record.CreditCode;
import org.kezhi.record.FieldValues;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;

/// Describes records of each kind: as they are read, created, changed and listed.
final class RecordSchemas {

  private static final Map<String, Object> ID = Map.of("type", "string", "format", "uuid");

  private final ObjectTypes types;
  private final Labels labels;
  private final Schemas schemas;
  private final Map<ObjectType, Names> known = new HashMap<>();

  RecordSchemas(ObjectTypes types, Labels labels, Schemas schemas) {
    this.types = types;
    this.labels = labels;
    this.schemas = schemas;
  }

  /// The names of a kind's schemas, which are in the contract from then on.
  Names names(ObjectType type) {
    var names = known.get(type);
    if (names == null) {
      names = new Names(capital(type.name()), camel(type.path()));
      known.put(type, names);
      add(type, names);
    }
    return names;
  }

  private void add(ObjectType type, Names names) {
    schemas.add(names.one(), CommonSchemas.object(read(type), List.of("id")));
    var written = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    type.writable()
        .forEach((name, field) -> {
          written.put(name, described(type, field, write(field)));
          if (field.required()) {
            required.add(name);
          }
        });
    schemas.add(names.draft(), CommonSchemas.object(written, required));
    schemas.add(names.changes(), CommonSchemas.object(written, List.of()));
    var page = new LinkedHashMap<String, Object>();
    page.put("items", Map.of("type", "array", "items", Schemas.ref(names.one())));
    page.put("nextCursor", Schemas.orNull(Map.of("type", "string")));
    schemas.add(names.page(), CommonSchemas.object(page, List.of("items", "nextCursor")));
  }

  private Map<String, Object> read(ObjectType type) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("id", ID);
    properties.put("version", Map.of("type", "integer"));
    var nested = new LinkedHashMap<String, Map<String, Object>>();
    for (var field : type.fields()) {
      var schema = described(type, field, read(field));
      var extension = field.extension();
      if (extension == null) {
        properties.put(field.name(), schema);
      } else {
        nested
            .computeIfAbsent(extension.prefix(), _ -> new LinkedHashMap<>())
            .put(field.ownName(), schema);
      }
    }
    nested.forEach((prefix, fields) -> {
      var name = capital(type.name()) + capital(prefix);
      schemas.add(name, CommonSchemas.object(fields, List.of()));
      properties.put(prefix, Schemas.ref(name));
    });
    return properties;
  }

  private Map<String, Object> read(RecordField field) {
    var schema =
        switch (field.kind()) {
          case MONEY -> Schemas.ref("Money");
          case REFERENCE -> Schemas.ref("Reference");
          case REFERENCES -> several(Schemas.ref("Reference"));
          default -> plain(field);
        };
    return field.isNullable() && !field.kind().isMany() || field.extension() != null
        ? Schemas.orNull(schema)
        : schema;
  }

  private static Map<String, Object> write(RecordField field) {
    var schema =
        switch (field.kind()) {
          case MONEY ->
              Map.<String, Object>of(
                  "anyOf", List.of(Schemas.ref("Money"), Map.of("type", "string")));
          case REFERENCE -> written();
          case REFERENCES -> several(written());
          default -> plain(field);
        };
    return field.required() ? schema : Schemas.orNull(schema);
  }

  private static Map<String, Object> written() {
    return Map.of("anyOf", List.of(ID, Schemas.ref("Reference")));
  }

  private static Map<String, Object> several(Map<String, Object> one) {
    return Map.of("type", "array", "items", one, "maxItems", FieldValues.MOST_VALUES);
  }

  private static Map<String, Object> plain(RecordField field) {
    return switch (field.kind()) {
      case TEXT, LONG_TEXT -> Map.of("type", "string", "maxLength", field.maxLength());
      case PHONE -> Map.of("type", "string", "format", "phone");
      case EMAIL -> Map.of("type", "string", "format", "email");
      case URL -> Map.of("type", "string", "format", "uri");
      case CREDIT_CODE -> Map.of("type", "string", "pattern", CreditCode.PATTERN);
      case DATE -> Map.of("type", "string", "format", "date");
      case INSTANT -> Map.of("type", "string", "format", "date-time");
      case YES_NO -> Map.of("type", "boolean");
      case CHOICE -> Schemas.choice(field.choices());
      case CHOICES -> several(Schemas.choice(field.choices()));
      case NUMBER, PERCENT, MONEY ->
          Map.of("type", field.column().getType() == BigDecimal.class ? "number" : "integer");
      case REFERENCE -> ID;
      case REFERENCES -> several(ID);
    };
  }

  private Map<String, Object> described(
      ObjectType type, RecordField field, Map<String, Object> schema) {
    var described = new LinkedHashMap<>(schema);
    labels
        .find(Labels.ENGLISH, "field." + type.name() + "." + field.name())
        .or(() -> labels.find(Labels.ENGLISH, "field." + field.name()))
        .ifPresent(label -> described.put("title", label));
    if (field.kind().isReference()) {
      described.put("description", "Refers to " + types.target(field).path() + ".");
    }
    return described;
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String camel(String path) {
    var camel = new StringBuilder();
    for (var part : path.split("-", -1)) {
      camel.append(capital(part));
    }
    return camel.toString();
  }

  /// What a kind of record is called in the contract.
  record Names(String one, String many) {

    String draft() {
      return one + "Draft";
    }

    String changes() {
      return one + "Changes";
    }

    String page() {
      return one + "Page";
    }
  }
}
