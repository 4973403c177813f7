package org.kezhi.contract;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/// Takes the limits that are checked on arrival over into the schema.
final class Limits {

  private Limits() {}

  static Map<String, Object> add(RecordComponent component, Map<String, Object> schema) {
    var limited = new LinkedHashMap<>(schema);
    var accessor = component.getAccessor();
    var list = "array".equals(schema.get("type"));
    if (accessor.isAnnotationPresent(NotBlank.class)
        || accessor.isAnnotationPresent(NotEmpty.class)) {
      limited.put(list ? "minItems" : "minLength", 1);
    }
    var size = accessor.getAnnotation(Size.class);
    if (size != null && size.min() > 0) {
      limited.put(list ? "minItems" : "minLength", size.min());
    }
    if (size != null && size.max() < Integer.MAX_VALUE) {
      limited.put(list ? "maxItems" : "maxLength", size.max());
    }
    var pattern = accessor.getAnnotation(Pattern.class);
    if (pattern != null) {
      limited.put("pattern", "^(" + pattern.regexp() + ")$");
    }
    var least = accessor.getAnnotation(Min.class);
    if (least != null) {
      limited.put("minimum", least.value());
    }
    var most = accessor.getAnnotation(Max.class);
    if (most != null) {
      limited.put("maximum", most.value());
    }
    return limited;
  }
}
