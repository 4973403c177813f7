package org.kezhi.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.access.Policy;
import org.kezhi.history.HistoryPage.FieldChange;
import org.kezhi.history.HistoryQueries.Reader;
import org.kezhi.platform.Labels;
import org.kezhi.reading.FieldLabels;
import org.kezhi.reading.Titles;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Turns what was written down by column into fields with words, hidden ones left out.
@Component
class Changes {

  private static final String UNTOLD = "••••";
  private static final String ROLE = "role_id";

  private final Policy policy;
  private final Titles titles;
  private final ObjectTypes types;
  private final FieldLabels names;
  private final Labels labels;

  Changes(Policy policy, Titles titles, ObjectTypes types, FieldLabels names, Labels labels) {
    this.policy = policy;
    this.titles = titles;
    this.types = types;
    this.names = names;
    this.labels = labels;
  }

  /// The changes of each entry, as this reader may see them.
  List<List<FieldChange>> shown(Reader reader, ObjectType type, List<JsonNode> entries) {
    var mentioned = new HashMap<ObjectType, List<UUID>>();
    for (var entry : entries) {
      for (var change : entry.properties()) {
        each(change.getValue()).forEach(v -> mention(type, change.getKey(), v, mentioned));
      }
    }
    var known = titles.of(reader.viewer(), mentioned);
    return entries.stream().map(entry -> shown(reader, type, entry, known)).toList();
  }

  /// The values of a change; of several at once each by itself.
  private static Stream<JsonNode> each(JsonNode values) {
    return values.valueStream().flatMap(v -> v.isArray() ? v.valueStream() : Stream.of(v));
  }

  private void mention(
      ObjectType type, String key, JsonNode value, Map<ObjectType, List<UUID>> mentioned) {
    var target =
        field(type, key)
            .filter(field -> field.kind().isReference())
            .map(types::target)
            .or(() -> value.has(ROLE) ? types.named("role") : Optional.empty());
    var id = id(value.has(ROLE) ? value.path(ROLE) : value);
    if (target.isPresent() && id.isPresent()) {
      mentioned.computeIfAbsent(target.get(), _ -> new ArrayList<>()).add(id.get());
    }
  }

  private List<FieldChange> shown(
      Reader reader, ObjectType type, JsonNode entry, Map<UUID, String> known) {
    var changes = new ArrayList<FieldChange>();
    for (var change : entry.properties()) {
      var values = change.getValue();
      var field = field(type, change.getKey());
      if (field.isPresent()) {
        if (policy.visibleField(reader.viewer(), type, field.get().name()).isPresent()) {
          changes.add(
              new FieldChange(
                  field.get().name(),
                  names.field(type, field.get(), reader.language()),
                  value(type, field.get(), values.path(0), known, reader.language()),
                  value(type, field.get(), values.path(1), known, reader.language())));
        }
      } else if (reader.viewer().may(Permission.ADMIN_USERS)) {
        named(reader.language(), change.getKey(), values, known).ifPresent(changes::add);
      }
    }
    return changes;
  }

  private @Nullable Object value(
      ObjectType type,
      RecordField field,
      JsonNode stored,
      Map<UUID, String> known,
      Locale language) {
    if (stored.isNull() || stored.isMissingNode()) {
      return null;
    }
    if (stored.isArray()) {
      return stored.valueStream().map(one -> value(type, field, one, known, language)).toList();
    }
    return switch (field.kind()) {
      case REFERENCE, REFERENCES -> {
        var id = id(stored).orElseThrow();
        yield new Reference(id, known.getOrDefault(id, "—"));
      }
      case CHOICE, CHOICES ->
          field.choices().contains(stored.asString())
              ? names.choice(type, field, stored.asString(), language)
              : stored.asString();
      default -> stored;
    };
  }

  /// What is no field of the record but belongs to it: secrets, roles, rights.
  private Optional<FieldChange> named(
      Locale language, String key, JsonNode values, Map<UUID, String> known) {
    return labels
        .find(language, "history." + key)
        .map(label ->
            values.isEmpty()
                ? new FieldChange(key, label, UNTOLD, UNTOLD)
                : new FieldChange(
                    key,
                    label,
                    words(language, values.path(0), known),
                    words(language, values.path(1), known)));
  }

  private @Nullable String words(Locale language, JsonNode row, Map<UUID, String> known) {
    if (!row.isObject()) {
      return row.isNull() || row.isMissingNode() ? null : row.asString();
    }
    var words = new ArrayList<String>();
    for (var column : row.properties()) {
      var value = column.getValue();
      var label = labels.find(language, "history.column." + column.getKey());
      if (value.isBoolean()) {
        if (value.asBoolean()) {
          words.add(label.orElse(column.getKey()));
        }
      } else if (!value.isNull()) {
        var said = value.isString() ? word(language, value.asString(), known) : value.toString();
        words.add(label.map(named -> named + " " + said).orElse(said));
      }
    }
    return String.join(" · ", words);
  }

  private String word(Locale language, String value, Map<UUID, String> known) {
    return labels
        .find(language, "history.value." + value)
        .or(() -> labels.find(language, "object." + value))
        .or(() -> id(value).map(known::get))
        .orElse(value);
  }

  private static Optional<RecordField> field(ObjectType type, String column) {
    return type.fields().stream()
        .filter(field -> field.extension() == null && field.column().getName().equals(column))
        .findFirst();
  }

  private static Optional<UUID> id(JsonNode value) {
    return value.isString() ? id(value.asString()) : Optional.empty();
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// A record that was or is referred to.
  record Reference(UUID id, String title) {}
}
