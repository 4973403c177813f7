package org.kezhi.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.platform.FieldError;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.FilterReader;
import org.kezhi.record.ObjectType;
import org.springframework.stereotype.Component;

/// Finds out what an order means, and refuses what cannot be done.
@Component
class Orders {

  private static final int MAX_NAMED = 10_000;
  private static final int MAX_PASTED = 2_000;
  private static final int MAX_FIELDS = 40;

  private final Works works;
  private final PasteReader paste;
  private final RecordQueries queries;
  private final FilterReader filters;

  Orders(Works works, PasteReader paste, RecordQueries queries, FilterReader filters) {
    this.works = works;
    this.paste = paste;
    this.queries = queries;
    this.filters = filters;
  }

  Chosen read(Viewer viewer, BulkOrder order) {
    var type = works.type(viewer, order.object(), order.action());
    var errors = wrong(order);
    if (!errors.isEmpty()) {
      throw BulkProblem.INVALID_BULK.in(errors);
    }
    if (order.action() == BulkAction.PASTE) {
      return pasted(viewer, type, order);
    }
    var changes = order.action() == BulkAction.EDIT ? changes(order) : none();
    var work = works.of(viewer, type, order.action(), changes);
    if (order.ids() == null || order.ids().size() > 1) {
      works.refuseSame(work, changes);
    }
    return new Chosen(order.action(), work, changes, items(viewer, type, order), List.of());
  }

  private Chosen pasted(Viewer viewer, ObjectType type, BulkOrder order) {
    var rows = paste.read(viewer, type, order);
    var fields = none();
    for (var row : rows) {
      row.draft().values().keySet().forEach(column -> fields.put(type.field(column).name(), null));
    }
    var work = works.of(viewer, type, order.action(), fields);
    return new Chosen(order.action(), work, fields, BulkPreviews.pasted(rows), rows);
  }

  private Select<Record2<UUID, JSONB>> items(Viewer viewer, ObjectType type, BulkOrder order) {
    var ids = order.ids();
    return ids != null
        ? BulkPreviews.named(ids)
        : BulkPreviews.listed(queries.ids(viewer, type, filters.read(order.filter()), order.q()));
  }

  private static List<FieldError> wrong(BulkOrder order) {
    var errors = new ArrayList<FieldError>();
    var ids = order.ids();
    if (ids == null ? !order.meansAll() : order.meansAll() || ids.contains(null)) {
      errors.add(FieldError.of("ids", "required"));
    } else if (ids != null && ids.size() > MAX_NAMED) {
      errors.add(FieldError.of("ids", "tooMany", MAX_NAMED));
    }
    if (order.action() == BulkAction.EDIT) {
      var size = changes(order).size();
      if (size == 0 || size > MAX_FIELDS) {
        errors.add(
            size == 0
                ? FieldError.of("changes", "required")
                : FieldError.of("changes", "tooMany", MAX_FIELDS));
      }
    } else if (order.action() == BulkAction.PASTE) {
      block(order, errors);
    }
    return errors;
  }

  private static void block(BulkOrder order, List<FieldError> errors) {
    var ids = order.ids();
    var block = order.block();
    if (ids == null
        || block == null
        || block.cells().size() != ids.size()
        || block.fields().isEmpty()
        || block.fields().contains(null)
        || block.cells().stream().anyMatch(row -> row == null || row.contains(null))) {
      errors.add(FieldError.of("block", "required"));
    } else if (ids.size() > MAX_PASTED) {
      errors.add(FieldError.of("block", "tooMany", MAX_PASTED));
    } else if (block.fields().size() > MAX_FIELDS) {
      errors.add(FieldError.of("fields", "tooMany", MAX_FIELDS));
    }
  }

  private static Map<String, @Nullable Object> changes(BulkOrder order) {
    var changes = order.changes();
    return changes == null ? Map.of() : changes;
  }

  private static Map<String, @Nullable Object> none() {
    return new LinkedHashMap<>();
  }
}
