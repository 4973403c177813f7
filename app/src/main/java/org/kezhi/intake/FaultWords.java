package org.kezhi.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Labels;
import org.springframework.stereotype.Component;

/// Says what is wrong with a line in the words of the screens.
@Component
public class FaultWords {

  private final Labels labels;

  FaultWords(Labels labels) {
    this.labels = labels;
  }

  public String text(String object, FieldError error, Locale language) {
    var arguments = error.arguments().stream();
    if ("notAChoice".equals(error.code())) {
      arguments = arguments.map(choices -> choices(object, error.field(), choices, language));
    }
    return labels.text(language, "error." + error.code(), arguments.toArray());
  }

  private String choices(String object, String field, Object values, Locale language) {
    return Arrays.stream(String.valueOf(values).split(", ", -1))
        .map(value ->
            labels.find(language, "choice." + object + "." + field + "." + value).orElse(value))
        .collect(Collectors.joining(", "));
  }
}
