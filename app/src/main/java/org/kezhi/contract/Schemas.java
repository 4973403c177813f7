package org.kezhi.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Describes Java types as JSON schemas and collects those with a name of their own. What NullAway
/// takes for present is required here.
final class Schemas {

  private static final Map<Class<?>, Map<String, Object>> SIMPLE = simple();

  private final JsonMapper json;
  private final Map<String, Object> named = new TreeMap<>();
  private final Map<String, Class<?>> owners = new HashMap<>();

  Schemas(JsonMapper json) {
    this.json = json;
    CommonSchemas.addTo(named);
  }

  Map<String, Object> all() {
    return named;
  }

  void add(String name, Map<String, Object> schema) {
    if (named.putIfAbsent(name, schema) != null) {
      throw new IllegalStateException("Two schemas are named " + name);
    }
  }

  static Map<String, Object> ref(String name) {
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  /// The schema with null as one more value.
  static Map<String, Object> orNull(Map<String, Object> schema) {
    if (!(schema.get("type") instanceof String type)) {
      return schema.isEmpty() ? schema : Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }
    var nullable = new LinkedHashMap<>(schema);
    nullable.put("type", List.of(type, "null"));
    if (schema.get("enum") instanceof List<?> values) {
      var withNull = new ArrayList<Object>(values);
      withNull.add(null);
      nullable.put("enum", withNull);
    }
    return nullable;
  }

  Map<String, Object> of(AnnotatedType annotated) {
    var type = annotated.getType();
    var raw = raw(type);
    var schema = SIMPLE.get(raw);
    if (schema != null) {
      return schema;
    } else if (raw.isEnum()) {
      return choiceOf(raw);
    } else if (raw.isRecord()) {
      return record(raw);
    } else if (Collection.class.isAssignableFrom(raw)) {
      return Map.of("type", "array", "items", argument(annotated, 0));
    } else if (Map.class.isAssignableFrom(raw)) {
      return Map.of("type", "object", "additionalProperties", argument(annotated, 1));
    } else if (raw == JsonNode.class || raw == Object.class) {
      return Map.of();
    }
    throw new IllegalStateException("The contract does not know how to tell of " + type);
  }

  static Map<String, Object> choice(List<?> values) {
    return Map.of("type", "string", "enum", values);
  }

  static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : type instanceof Class<?> plain ? plain : Object.class;
  }

  private Map<String, Object> argument(AnnotatedType annotated, int index) {
    var inner = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[index];
    return inner.isAnnotationPresent(Nullable.class) ? orNull(of(inner)) : of(inner);
  }

  private Map<String, Object> record(Class<?> type) {
    var name = name(type);
    var owner = owners.putIfAbsent(name, type);
    if (owner == null) {
      // first, because a record may contain itself
      var schema = new LinkedHashMap<String, Object>();
      add(name, schema);
      schema.putAll(object(type));
    } else if (owner != type) {
      throw new IllegalStateException(owner + " and " + type + " are both named " + name);
    }
    return ref(name);
  }

  /// Records inside a record carry its name in front of theirs.
  private static String name(Class<?> type) {
    var outer = type.getEnclosingClass();
    return outer != null && outer.isRecord()
        ? name(outer) + type.getSimpleName()
        : type.getSimpleName();
  }

  private Map<String, Object> object(Class<?> type) {
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    for (var component : type.getRecordComponents()) {
      var nullable = isNullable(component);
      var schema = Limits.add(component, property(component));
      properties.put(name(component), nullable ? orNull(schema) : schema);
      if (!nullable) {
        required.add(name(component));
      }
    }
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private Map<String, Object> property(RecordComponent component) {
    return "filter".equals(component.getName()) && component.getType() == JsonNode.class
        ? ref("Filter")
        : of(component.getAnnotatedType());
  }

  static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  static String name(RecordComponent component) {
    var named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null || named.value().isEmpty() ? component.getName() : named.value();
  }

  private Map<String, Object> choiceOf(Class<?> type) {
    return choice(
        Arrays.stream(type.getEnumConstants())
            .map(value -> json.convertValue(value, String.class))
            .toList());
  }

  private static Map<Class<?>, Map<String, Object>> simple() {
    var simple = new HashMap<Class<?>, Map<String, Object>>();
    simple.put(String.class, Map.of("type", "string"));
    simple.put(UUID.class, Map.of("type", "string", "format", "uuid"));
    simple.put(LocalDate.class, Map.of("type", "string", "format", "date"));
    simple.put(LocalTime.class, Map.of("type", "string", "format", "time"));
    for (var instant : List.of(OffsetDateTime.class, Instant.class)) {
      simple.put(instant, Map.of("type", "string", "format", "date-time"));
    }
    for (var yesNo : List.of(boolean.class, Boolean.class)) {
      simple.put(yesNo, Map.of("type", "boolean"));
    }
    for (var whole : List.of(int.class, Integer.class, long.class, Long.class)) {
      simple.put(whole, Map.of("type", "integer"));
    }
    for (var number : List.of(double.class, Double.class, BigDecimal.class)) {
      simple.put(number, Map.of("type", "number"));
    }
    return simple;
  }
}
