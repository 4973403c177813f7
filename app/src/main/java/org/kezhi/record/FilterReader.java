package org.kezhi.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.FieldError;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a filter from its JSON form and refuses what is not one.
@Component
public class FilterReader {

  private static final int MAX_DEPTH = 8;
  private static final int MAX_VALUES = 1_000;

  private final JsonMapper json;

  FilterReader(JsonMapper json) {
    this.json = json;
  }

  public Filter read(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Filter.ALL;
    }
    try {
      return read(json.readTree(text));
    } catch (JacksonException _) {
      throw invalid("filter");
    }
  }

  public Filter read(@Nullable JsonNode node) {
    return node == null || node.isNull() ? Filter.ALL : read(node, 0);
  }

  private Filter read(JsonNode node, int depth) {
    if (!node.isObject() || depth > MAX_DEPTH) {
      throw invalid("filter");
    }
    if (node.has("and")) {
      return new Filter.And(parts(node.get("and"), depth));
    } else if (node.has("or")) {
      return new Filter.Or(parts(node.get("or"), depth));
    } else if (node.has("not")) {
      return new Filter.Not(read(node.get("not"), depth + 1));
    } else if (!node.path("field").isString()) {
      throw invalid("filter");
    }
    var field = node.get("field").stringValue();
    var operator =
        Filter.Operator.of(node.path("op").asString("")).orElseThrow(() -> invalid(field));
    return new Filter.Test(field, operator, values(node.path("value"), field));
  }

  private List<Filter> parts(JsonNode nodes, int depth) {
    if (!nodes.isArray() || nodes.size() > MAX_VALUES) {
      throw invalid("filter");
    }
    var parts = new ArrayList<Filter>();
    nodes.forEach(part -> parts.add(read(part, depth + 1)));
    return List.copyOf(parts);
  }

  /// Single values as they came in JSON, or none.
  public List<@Nullable Object> values(List<@Nullable JsonNode> nodes, String field) {
    var values = new ArrayList<@Nullable Object>();
    for (var node : nodes) {
      values.add(node == null || node.isNull() ? null : value(node, field));
    }
    return values;
  }

  private static List<Object> values(JsonNode node, String field) {
    var values = new ArrayList<>();
    if (node.isArray()) {
      if (node.size() > MAX_VALUES) {
        throw invalid(field);
      }
      node.forEach(value -> values.add(value(value, field)));
    } else if (!node.isMissingNode() && !node.isNull()) {
      values.add(value(node, field));
    }
    return List.copyOf(values);
  }

  private static Object value(JsonNode node, String field) {
    if (node.isString()) {
      return node.stringValue();
    } else if (node.isNumber()) {
      return node.decimalValue();
    } else if (node.isBoolean()) {
      return node.booleanValue();
    }
    throw invalid(field);
  }

  private static RuntimeException invalid(String field) {
    return RecordProblem.INVALID_FILTER.in(List.of(FieldError.of(field, "notAFilter")));
  }
}
