package org.kezhi.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What no class describes: filters, amounts, references, problems.
final class CommonSchemas {

  private static final Map<String, Object> TEXT = Map.of("type", "string");

  private CommonSchemas() {}

  static void addTo(Map<String, Object> schemas) {
    schemas.put("Money", money());
    schemas.put("Reference", reference());
    schemas.put("Filter", filter());
    schemas.put("FieldProblem", fieldProblem());
    schemas.put("Problem", problem());
  }

  private static Map<String, Object> money() {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("amount", Map.of("type", "string", "pattern", "^-?[0-9]+(\\.[0-9]{1,6})?$"));
    properties.put("currency", Map.of("type", "string", "pattern", "^[A-Z]{3}$"));
    return object(properties, List.of("amount"));
  }

  private static Map<String, Object> reference() {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("id", Map.of("type", "string", "format", "uuid"));
    properties.put("title", Schemas.orNull(TEXT));
    return object(properties, List.of("id"));
  }

  /// A tree of conditions; the operators stand in docs/api.md.
  private static Map<String, Object> filter() {
    var list = Map.of("type", "array", "items", Schemas.ref("Filter"));
    var test = new LinkedHashMap<String, Object>();
    test.put("field", TEXT);
    test.put(
        "op",
        Schemas.choice(
            List.of(
                "eq",
                "ne",
                "in",
                "notIn",
                "contains",
                "notContains",
                "startsWith",
                "endsWith",
                "gt",
                "ge",
                "lt",
                "le",
                "between",
                "empty",
                "notEmpty")));
    test.put("value", Map.of());
    return Map.of(
        "oneOf",
        List.of(
            object(Map.of("and", list), List.of("and")),
            object(Map.of("or", list), List.of("or")),
            object(Map.of("not", Schemas.ref("Filter")), List.of("not")),
            object(test, List.of("field", "op"))));
  }

  private static Map<String, Object> fieldProblem() {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("field", TEXT);
    properties.put("code", TEXT);
    properties.put("message", TEXT);
    return object(properties, List.of("field", "code", "message"));
  }

  private static Map<String, Object> problem() {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("type", Map.of("type", "string", "format", "uri-reference"));
    properties.put("title", TEXT);
    properties.put("status", Map.of("type", "integer"));
    properties.put("detail", TEXT);
    properties.put("instance", TEXT);
    properties.put("errors", Map.of("type", "array", "items", Schemas.ref("FieldProblem")));
    properties.put("traceId", TEXT);
    properties.put("current", Map.of("type", "object"));
    return object(properties, List.of("type", "title", "status"));
  }

  static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }
}
