package org.kezhi.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Service;

/// Checks what is to be written into many records by the rules that hold for one.
@Service
public class Drafts {

  private static final UUID MANY = new UUID(0, 0);

  private final DraftReader reader;
  private final DraftRules rules;

  Drafts(DraftReader reader, DraftRules rules) {
    this.reader = reader;
    this.rules = rules;
  }

  /// Reads changes that are the same for all records.
  public Draft read(Viewer viewer, ObjectType type, Map<String, @Nullable Object> json) {
    var draft = new Draft(type, MANY, false);
    reader.read(viewer, draft, json);
    return draft;
  }

  /// Reads the changes of one of many records.
  ///
  /// @param readable the records to which the changes may refer
  public Draft read(Viewer viewer, Row row, Set<UUID> readable) {
    var draft = new Draft(row.type, row.id, false);
    reader.read(viewer, draft, row.json, Reach.within(readable));
    return draft;
  }

  /// Whether a module has something to say about each record of this kind.
  public boolean areRuled(ObjectType type) {
    return rules.isRuled(type);
  }

  /// Applies the rules of the module to changes that have been read before.
  public List<Draft> applyRules(ObjectType type, Map<UUID, Map<Field<?>, @Nullable Object>> rows) {
    var drafts = new ArrayList<Draft>();
    rows.forEach((id, values) -> {
      var draft = new Draft(type, id, false);
      values.forEach(draft::put);
      drafts.add(draft);
    });
    rules.applyAll(type, drafts);
    return drafts;
  }

  /// What is to be written into one of many records.
  public record Row(ObjectType type, UUID id, Map<String, @Nullable Object> json) {}
}
