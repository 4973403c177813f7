package org.kezhi.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.Problem;
import org.kezhi.record.MergedRecords;
import org.kezhi.record.ObjectType;
import org.kezhi.record.RecordProblem;
import org.springframework.stereotype.Component;

/// Tells what has become of records that were merged into another, to those who may see that one.
@Component
class Successors {

  private final MergedRecords merged;
  private final RecordQueries records;
  private final Policy policy;

  Successors(MergedRecords merged, RecordQueries records, Policy policy) {
    this.merged = merged;
    this.records = records;
    this.policy = policy;
  }

  /// The record that another one is part of now.
  record Successor(UUID id, @Nullable String title) {}

  /// The answer for a record that is not there: where it is found now, or nothing.
  Problem missing(Viewer viewer, ObjectType type, UUID id) {
    var successor = of(viewer, type, List.of(id)).get(id);
    return successor == null
        ? CommonProblem.NOT_FOUND.with()
        : RecordProblem.MERGED.with().carrying("mergedInto", successor);
  }

  Map<UUID, Successor> of(Viewer viewer, ObjectType type, Collection<UUID> ids) {
    var survivors = merged.survivors(type, ids);
    if (survivors.isEmpty()) {
      return Map.of();
    }
    var title = type.titleField();
    var shown = policy.visibleField(viewer, type, title.name()).map(List::of).orElse(List.of());
    var known = new HashMap<UUID, Successor>();
    for (var record : records.find(viewer, type, survivors.values(), shown)) {
      var id = UUID.fromString(String.valueOf(record.get("id")));
      var name = record.get(title.name());
      known.put(id, new Successor(id, name == null ? null : name.toString()));
    }
    var successors = new HashMap<UUID, Successor>();
    survivors.forEach((id, survivor) -> {
      if (known.containsKey(survivor)) {
        successors.put(id, Objects.requireNonNull(known.get(survivor)));
      }
    });
    return successors;
  }
}
