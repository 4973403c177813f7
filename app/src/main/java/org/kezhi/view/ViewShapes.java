package org.kezhi.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Problem;
import org.kezhi.reading.RecordQueries;
import org.springframework.stereotype.Component;

/// Knows which shapes a view can have, and what of one is left for somebody who sees fewer fields.
@Component
class ViewShapes {

  private static final List<String> LAYOUTS = List.of(ViewShape.TABLE, "board", "calendar");
  private static final List<String> MODES = List.of("month", "week", "day", "agenda");
  private static final int MAX_WIDTH = 2_000;
  private static final int MAX_FROZEN = 50;

  private final RecordQueries lists;
  private final Policy policy;

  ViewShapes(RecordQueries lists, Policy policy) {
    this.lists = lists;
    this.policy = policy;
  }

  List<FieldError> errors(ViewParts.Look look, ViewShape shape) {
    var errors = new ArrayList<FieldError>();
    if (!LAYOUTS.contains(shape.layoutName())) {
      errors.add(FieldError.of("layout", "notAChoice", String.join(", ", LAYOUTS)));
    }
    if (shape.mode() != null && !MODES.contains(shape.mode())) {
      errors.add(FieldError.of("mode", "notAChoice", String.join(", ", MODES)));
    }
    errors.addAll(refused(look, shape.by(), List.of()));
    errors.addAll(refused(look, null, shape.measureNames()));
    shape
        .widthsByField()
        .forEach((field, width) -> {
          if (!isVisible(look, field)) {
            errors.add(FieldError.of(field, "unknownField"));
          } else if (width == null || width < 1 || width > MAX_WIDTH) {
            errors.add(FieldError.of("widths", "outOfRange", 1, MAX_WIDTH));
          }
        });
    Stream.ofNullable(shape.quick())
        .flatMap(List::stream)
        .filter(name -> !isVisible(look, name))
        .forEach(name -> errors.add(FieldError.of(name, "unknownField")));
    if (shape.frozenColumns() < 1 || shape.frozenColumns() > MAX_FROZEN) {
      errors.add(FieldError.of("frozen", "outOfRange", 1, MAX_FROZEN));
    }
    return errors;
  }

  /// Nobody misses the width of a column that is not there, so only the rest is told.
  ViewShape usable(ViewParts.Look look, ViewShape shape, Set<String> leftOut) {
    var grouped = refused(look, shape.by(), List.of());
    grouped.forEach(error -> leftOut.add(error.field()));
    var measures = new ArrayList<String>();
    for (var measure : shape.measureNames()) {
      var refused = refused(look, null, List.of(measure));
      refused.forEach(error -> leftOut.add(error.field()));
      if (refused.isEmpty()) {
        measures.add(measure);
      }
    }
    var widths =
        shape.widthsByField().entrySet().stream()
            .filter(width -> isVisible(look, width.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new ViewShape(
        shape.layout(),
        grouped.isEmpty() ? shape.by() : null,
        measures,
        shape.folded(),
        shape.hidden(),
        quick(look, shape.quick()),
        widths,
        shape.frozen(),
        shape.mode(),
        shape.day());
  }

  private @Nullable List<String> quick(ViewParts.Look look, @Nullable List<String> quick) {
    return quick == null ? null : quick.stream().filter(name -> isVisible(look, name)).toList();
  }

  private List<FieldError> refused(
      ViewParts.Look look, @Nullable String by, List<String> measures) {
    try {
      lists.checkGroups(look.viewer(), look.type(), by == null ? List.of() : List.of(by), measures);
      return List.of();
    } catch (Problem refused) {
      return refused.errors();
    }
  }

  private boolean isVisible(ViewParts.Look look, String field) {
    return policy.visibleField(look.viewer(), look.type(), field).isPresent();
  }
}
