package org.kezhi.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Problem;
import org.kezhi.reading.ListQuery;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.Filter;
import org.kezhi.record.FilterReader;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the lists which parts of a view somebody can use: what is gone or hidden is left out, so
/// that an old or foreign view still opens.
@Component
class ViewParts {

  private final RecordQueries lists;
  private final FilterReader filters;
  private final ViewShapes shapes;
  private final JsonMapper json;

  ViewParts(RecordQueries lists, FilterReader filters, ViewShapes shapes, JsonMapper json) {
    this.lists = lists;
    this.filters = filters;
    this.shapes = shapes;
    this.json = json;
  }

  /// The part of a view that its list can have for somebody, and the fields that it cannot.
  record Usable(ViewState state, Set<String> leftOut) {}

  /// Who looks at what.
  record Look(Viewer viewer, ObjectType type) {}

  /// Why a list would refuse the view.
  List<FieldError> errors(Look look, ViewState state) {
    try {
      check(look, filters.read(state.filter()), state.sortKeys(), state.columnNames());
      return shapes.errors(look, state.drawn());
    } catch (Problem refused) {
      return refused.errors();
    }
  }

  Usable usable(Look look, ViewState state) {
    var leftOut = new LinkedHashSet<String>();
    var filter = state.filter() == null ? null : usable(look, state.filter(), leftOut);
    var sort = new ArrayList<String>();
    for (var key : state.sortKeys()) {
      if (isUsable(look, Filter.ALL, List.of(key), List.of())) {
        sort.add(key);
      } else {
        leftOut.add(key.startsWith("-") ? key.substring(1) : key);
      }
    }
    var columns = new ArrayList<String>();
    for (var name : state.columnNames()) {
      if (isUsable(look, Filter.ALL, List.of(), List.of(name))) {
        columns.add(name);
      } else {
        leftOut.add(name);
      }
    }
    return new Usable(
        new ViewState(filter, sort, columns, shapes.usable(look, state.drawn(), leftOut)), leftOut);
  }

  private @Nullable JsonNode usable(Look look, JsonNode node, Set<String> leftOut) {
    for (var joint : List.of("and", "or")) {
      if (node.has(joint)) {
        return joined(look, joint, node.get(joint), leftOut);
      }
    }
    if (node.has("not")) {
      var part = usable(look, node.get("not"), leftOut);
      return part == null ? null : around("not", part);
    }
    if (isUsable(look, filters.read(node), List.of(), List.of())) {
      return node;
    }
    leftOut.add(node.path("field").asString(""));
    return null;
  }

  private @Nullable JsonNode joined(Look look, String joint, JsonNode parts, Set<String> leftOut) {
    var kept = json.createArrayNode();
    for (var part : parts) {
      var usable = usable(look, part, leftOut);
      if (usable != null) {
        kept.add(usable);
      }
    }
    return kept.isEmpty() && !parts.isEmpty() ? null : around(joint, kept);
  }

  private JsonNode around(String name, JsonNode inner) {
    var node = json.createObjectNode();
    node.set(name, inner);
    return node;
  }

  private boolean isUsable(Look look, Filter filter, List<String> sort, List<String> columns) {
    try {
      check(look, filter, sort, columns);
      return true;
    } catch (Problem _) {
      return false;
    }
  }

  private void check(Look look, Filter filter, List<String> sort, List<String> columns) {
    lists.check(look.viewer(), look.type(), new ListQuery(filter, sort, columns, 1, null, null));
  }
}
