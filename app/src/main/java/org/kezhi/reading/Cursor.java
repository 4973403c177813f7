package org.kezhi.reading;

import static org.jooq.impl.DSL.noCondition;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.Problem;
import org.kezhi.record.RecordProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A place in a list: the sort keys of the last row shown and its id, opaque to clients.
public record Cursor(List<@Nullable String> keys, UUID id) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public String encode() {
    var all = new ArrayList<@Nullable String>(keys);
    all.add(id.toString());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(all));
  }

  static @Nullable Cursor decode(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      var json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var nodes = JSON.readTree(json);
      var keys = new ArrayList<@Nullable String>();
      for (var i = 0; i < nodes.size() - 1; i++) {
        keys.add(key(nodes.get(i)));
      }
      return new Cursor(keys, UUID.fromString(nodes.get(nodes.size() - 1).stringValue()));
    } catch (JacksonException | IllegalArgumentException | NullPointerException _) {
      throw invalid();
    }
  }

  /// The place of something that happened, in a history with the newest first.
  public static Cursor at(OffsetDateTime at, UUID id) {
    return new Cursor(List.of(at.withOffsetSameInstant(ZoneOffset.UTC).toString()), id);
  }

  /// What comes behind a place in a history with the newest first.
  public static Condition before(
      Field<OffsetDateTime> at, Field<UUID> id, @Nullable String cursor) {
    var place = decode(cursor);
    if (place == null) {
      return noCondition();
    } else if (place.keys.size() != 1 || place.keys.getFirst() == null) {
      throw invalid();
    }
    var last = (OffsetDateTime) value(place.keys.getFirst(), at);
    return at.lt(last).or(at.eq(last).and(id.lt(place.id)));
  }

  static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal number -> number.toPlainString();
      case OffsetDateTime at -> at.withOffsetSameInstant(ZoneOffset.UTC).toString();
      default -> value.toString();
    };
  }

  static Object value(String text, Field<?> column) {
    try {
      return switch (column.getType().getSimpleName()) {
        case "OffsetDateTime" -> OffsetDateTime.parse(text);
        case "LocalDate" -> LocalDate.parse(text);
        case "BigDecimal" -> new BigDecimal(text);
        case "Integer" -> Integer.valueOf(text);
        case "Short" -> Short.valueOf(text);
        case "Long" -> Long.valueOf(text);
        case "Boolean" -> Boolean.valueOf(text);
        case "UUID" -> UUID.fromString(text);
        default -> text;
      };
    } catch (DateTimeException | IllegalArgumentException _) {
      throw invalid();
    }
  }

  static Problem invalid() {
    return RecordProblem.INVALID_CURSOR.with();
  }

  private static @Nullable String key(JsonNode node) {
    return node.isNull() ? null : node.stringValue();
  }
}
