package org.kezhi.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kezhi.platform.Labels;
import org.kezhi.platform.Settings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what stands in the text of a notice, and says it in the words of a language.
@Component
class NoticeArguments {

  private final JsonMapper json;
  private final Labels labels;
  private final Settings settings;

  NoticeArguments(JsonMapper json, Labels labels, Settings settings) {
    this.json = json;
    this.labels = labels;
    this.settings = settings;
  }

  String write(List<Object> arguments) {
    return json.writeValueAsString(arguments.stream().map(NoticeArguments::kept).toList());
  }

  /// With who caused it before them.
  Object[] read(String stored, String actor, Locale language) {
    var said = said(json.readTree(stored), language);
    var all = new Object[said.length + 1];
    all[0] = actor;
    System.arraycopy(said, 0, all, 1, said.length);
    return all;
  }

  private static Object kept(Object argument) {
    return switch (argument) {
      case String text -> text;
      case Number number -> number;
      case LocalDate day -> Map.of("date", day.toString());
      case Instant moment -> Map.of("instant", moment.toString());
      case OffsetDateTime moment -> Map.of("instant", moment.toInstant().toString());
      case Wording(var label, var arguments) ->
          Map.of(
              "label", label, "arguments", arguments.stream().map(NoticeArguments::kept).toList());
      default -> throw new IllegalArgumentException("Nothing to say: " + argument.getClass());
    };
  }

  private Object[] said(JsonNode arguments, Locale language) {
    return arguments.valueStream().map(argument -> said1(argument, language)).toArray();
  }

  private Object said1(JsonNode argument, Locale language) {
    if (argument.isNumber()) {
      return argument.numberValue();
    } else if (argument.has("label")) {
      return labels
          .text(
              language,
              argument.get("label").asString(),
              said(argument.path("arguments"), language))
          .strip();
    } else if (argument.has("date")) {
      var day = LocalDate.parse(argument.get("date").asString());
      return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
          .localizedBy(language)
          .format(day);
    } else if (argument.has("instant")) {
      var moment = Instant.parse(argument.get("instant").asString()).atZone(settings.zone());
      return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .localizedBy(language)
          .format(moment);
    }
    return argument.asString();
  }
}
