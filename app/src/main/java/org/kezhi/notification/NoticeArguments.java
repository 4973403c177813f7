package org.kezhi.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Labels;
import org.kezhi.platform.Settings;
import org.kezhi.reading.FieldLabels;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what stands in the text of a notice, and says it in the words of a language.
@Component
class NoticeArguments {

  private static final int MOST_FIELDS = 4;

  private final JsonMapper json;
  private final Labels labels;
  private final Settings settings;
  private final ObjectTypes types;
  private final Policy policy;
  private final FieldLabels names;

  NoticeArguments(
      JsonMapper json,
      Labels labels,
      Settings settings,
      ObjectTypes types,
      Policy policy,
      FieldLabels names) {
    this.json = json;
    this.labels = labels;
    this.settings = settings;
    this.types = types;
    this.policy = policy;
    this.names = names;
  }

  /// Who reads, and in which language.
  record Reader(Viewer viewer, Locale language) {}

  String write(List<Object> arguments) {
    return json.writeValueAsString(arguments.stream().map(NoticeArguments::kept).toList());
  }

  /// With who caused it before them.
  Object[] read(String stored, String actor, Reader reader) {
    var said = said(json.readTree(stored), reader);
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
      case FieldNames(var object, var fields) -> Map.of("object", object, "fields", fields);
      case FieldFact(var object, var field, var value) ->
          Map.of("object", object, "field", field, "fact", kept(value));
      default -> throw new IllegalArgumentException("Nothing to say: " + argument.getClass());
    };
  }

  /// The fields that the reader may see, some of them if they are many.
  private String fields(JsonNode argument, Reader reader) {
    var type = types.named(argument.get("object").asString());
    if (type.isEmpty()) {
      return "";
    }
    var words =
        argument
            .get("fields")
            .valueStream()
            .flatMap(
                name -> policy.visibleField(reader.viewer(), type.get(), name.asString()).stream())
            .map(field -> names.field(type.get(), field, reader.language()))
            .toList();
    var separator = labels.text(reader.language(), "notice.separator");
    var shown = words.stream().limit(MOST_FIELDS).collect(Collectors.joining(separator));
    return words.size() > MOST_FIELDS ? shown + " …" : shown;
  }

  private Object fact(JsonNode argument, Reader reader) {
    return types
        .named(argument.get("object").asString())
        .flatMap(
            type -> policy.visibleField(reader.viewer(), type, argument.get("field").asString()))
        .map(_ -> word(argument.get("fact"), reader))
        .orElse("");
  }

  private Object[] said(JsonNode arguments, Reader reader) {
    return arguments.valueStream().map(argument -> word(argument, reader)).toArray();
  }

  private Object word(JsonNode argument, Reader reader) {
    var language = reader.language();
    if (argument.isNumber()) {
      return argument.numberValue();
    } else if (argument.has("label")) {
      return labels
          .text(
              language, argument.get("label").asString(), said(argument.path("arguments"), reader))
          .strip();
    } else if (argument.has("fields")) {
      return fields(argument, reader);
    } else if (argument.has("fact")) {
      return fact(argument, reader);
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
