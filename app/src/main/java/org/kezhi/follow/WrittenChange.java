package org.kezhi.follow;

import java.util.List;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewers;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordField;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what the audit has written down of a change.
@Component
class WrittenChange {

  private final JsonMapper json;
  private final Policy policy;
  private final Viewers viewers;

  WrittenChange(JsonMapper json, Policy policy, Viewers viewers) {
    this.json = json;
    this.policy = policy;
    this.viewers = viewers;
  }

  /// The fields that were changed; what belongs to a record but is no field is left out.
  List<String> fields(ObjectType type, @Nullable JSONB changes) {
    var written = read(changes);
    return type.fields().stream()
        .filter(field -> field.extension() == null && written.has(field.column().getName()))
        .map(RecordField::name)
        .toList();
  }

  @Nullable UUID newOwner(ObjectType type, @Nullable JSONB changes) {
    var after = type.owner().map(owner -> read(changes).path(owner.getName()).path(1)).orElse(null);
    return after != null && after.isString() ? UUID.fromString(after.asString()) : null;
  }

  boolean seesAny(UUID user, ObjectType type, List<String> fields) {
    return viewers
        .find(user)
        .filter(viewer ->
            fields.stream().anyMatch(name -> policy.visibleField(viewer, type, name).isPresent()))
        .isPresent();
  }

  private JsonNode read(@Nullable JSONB changes) {
    return changes == null ? json.createObjectNode() : json.readTree(changes.data());
  }
}
