package org.kezhi.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kezhi.access.Policy;
import org.kezhi.platform.FieldError;
import org.springframework.stereotype.Component;

/// Knows which shapes a view can have, and what of one is left for somebody who sees fewer fields.
@Component
class ViewShapes {

  private static final int MAX_WIDTH = 2_000;
  private static final int MAX_FROZEN = 50;

  private final Policy policy;

  ViewShapes(Policy policy) {
    this.policy = policy;
  }

  List<FieldError> errors(ViewParts.Look look, ViewShape shape) {
    var errors = new ArrayList<FieldError>();
    shape
        .widthsByField()
        .forEach((field, width) -> {
          if (!isVisible(look, field)) {
            errors.add(FieldError.of(field, "unknownField"));
          } else if (width == null || width < 1 || width > MAX_WIDTH) {
            errors.add(FieldError.of("widths", "outOfRange", 1, MAX_WIDTH));
          }
        });
    if (shape.frozenColumns() < 1 || shape.frozenColumns() > MAX_FROZEN) {
      errors.add(FieldError.of("frozen", "outOfRange", 1, MAX_FROZEN));
    }
    return errors;
  }

  /// Nobody misses the width of a column that is not there, so it is not told.
  ViewShape usable(ViewParts.Look look, ViewShape shape) {
    var widths =
        shape.widthsByField().entrySet().stream()
            .filter(width -> isVisible(look, width.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new ViewShape(widths, shape.frozen());
  }

  private boolean isVisible(ViewParts.Look look, String field) {
    return policy.visibleField(look.viewer(), look.type(), field).isPresent();
  }
}
