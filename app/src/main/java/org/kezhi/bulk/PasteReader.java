package org.kezhi.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.intake.CellReader;
import org.kezhi.intake.ImportField;
import org.kezhi.intake.NamedRecords;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Labels;
import org.kezhi.platform.Settings;
import org.kezhi.record.FieldValues.NotAValue;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordField;
import org.kezhi.sheet.DateText;
import org.kezhi.writing.Draft;
import org.kezhi.writing.Drafts;
import org.springframework.stereotype.Component;

/// Reads a block of cells as a spreadsheet has them, by the rules that hold for files and for
/// single changes. Cells that cannot be read leave what is there.
@Component
class PasteReader {

  private final Policy policy;
  private final ObjectTypes types;
  private final NamedRecords named;
  private final Drafts drafts;
  private final Labels labels;
  private final Settings settings;

  PasteReader(
      Policy policy,
      ObjectTypes types,
      NamedRecords named,
      Drafts drafts,
      Labels labels,
      Settings settings) {
    this.policy = policy;
    this.types = types;
    this.named = named;
    this.drafts = drafts;
    this.labels = labels;
    this.settings = settings;
  }

  /// One record of the block.
  ///
  /// @param shown what the cells were read as, for people
  record PastedRow(UUID id, Map<String, @Nullable Object> shown, Draft draft) {}

  List<PastedRow> read(Viewer viewer, ObjectType type, BulkOrder order) {
    var ids = order.ids();
    var block = order.block();
    if (ids == null || block == null) {
      return List.of();
    }
    var cells = new CellReader(labels, new DateText(settings.zone(), false));
    var fields = new Fields(type, cells, fields(viewer, type, block.fields()));
    var records = references(viewer, fields, block);
    var readable = new HashSet<UUID>();
    records.values().forEach(found -> readable.addAll(found.values()));
    var rows = new LinkedHashMap<UUID, PastedRow>();
    for (var i = 0; i < ids.size(); i++) {
      var row = new Row(ids.get(i), block.cells().get(i));
      rows.putIfAbsent(row.id, read(viewer, row, new Known(fields, records, readable)));
    }
    return List.copyOf(rows.values());
  }

  private Map<String, @Nullable RecordField> fields(
      Viewer viewer, ObjectType type, List<String> names) {
    var fields = new LinkedHashMap<String, @Nullable RecordField>();
    names.forEach(name -> fields.put(name, policy.visibleField(viewer, type, name).orElse(null)));
    return fields;
  }

  /// The records that the cells of each reference name.
  private Map<String, Map<String, UUID>> references(
      Viewer viewer, Fields fields, BulkOrder.CellBlock block) {
    var found = new HashMap<String, Map<String, UUID>>();
    var column = 0;
    for (var field : fields.all.values()) {
      if (field != null && field.kind().isReference()) {
        var keys = new LinkedHashSet<String>();
        for (var row : block.cells()) {
          keys.addAll(fields.keys(field, cell(row, column)));
        }
        found.put(field.name(), named.find(viewer, types.target(field), keys));
      }
      column++;
    }
    return found;
  }

  private PastedRow read(Viewer viewer, Row row, Known known) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    var shown = new LinkedHashMap<String, @Nullable Object>();
    var errors = new ArrayList<FieldError>();
    var column = 0;
    for (var field : known.fields.all.entrySet()) {
      var name = field.getKey();
      var cell = cell(row.cells, column++);
      try {
        var value = known.read(name, field.getValue(), cell);
        values.put(name, value);
        shown.put(name, known.shown(field.getValue(), value, cell));
      } catch (NotAValue wrong) {
        shown.put(name, cell);
        errors.add(FieldError.of(name, wrong.code(), wrong.arguments()));
      }
    }
    var one = new Drafts.Row(known.fields.type, row.id, values);
    var draft = drafts.read(viewer, one, known.readable);
    errors.forEach(draft::reject);
    return new PastedRow(row.id, shown, draft);
  }

  private static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  private record Row(UUID id, List<String> cells) {}

  /// The fields of a block in the order of its columns; none where there is no such field.
  private record Fields(ObjectType type, CellReader cells, Map<String, @Nullable RecordField> all) {

    @Nullable Object read(RecordField field, String cell) {
      var value = cells.read(ImportField.of(type.name(), field), cell);
      return value instanceof Object[] several ? List.of(several) : value;
    }

    /// What a cell calls the records that it means.
    List<String> keys(RecordField field, String cell) {
      try {
        return switch (read(field, cell)) {
          case null -> List.of();
          case List<?> several -> several.stream().map(String::valueOf).toList();
          case Object one -> List.of(one.toString());
        };
      } catch (NotAValue _) {
        return List.of();
      }
    }
  }

  /// What is needed to read any cell.
  private record Known(Fields fields, Map<String, Map<String, UUID>> records, Set<UUID> readable) {

    @Nullable Object read(String name, @Nullable RecordField field, String cell) {
      if (field == null || field.readOnly()) {
        return cell;
      }
      var value = fields.read(field, cell);
      if (value == null || !field.kind().isReference()) {
        return value;
      }
      var found = records.getOrDefault(name, Map.of());
      var keys = fields.keys(field, cell);
      if (!found.keySet().containsAll(keys)) {
        throw new NotAValue("notFound");
      }
      var ids = keys.stream().map(found::get).toList();
      return field.kind().isMany() ? ids : ids.getFirst();
    }

    /// What a cell was read as; records by the words by which it calls them.
    @Nullable Object shown(@Nullable RecordField field, @Nullable Object value, String cell) {
      if (field == null || value == null || !field.kind().isReference()) {
        return value;
      }
      var found = records.getOrDefault(field.name(), Map.of());
      var named =
          fields.keys(field, cell).stream()
              .filter(found::containsKey)
              .map(key -> Map.of("id", (Object) found.get(key), "title", key))
              .toList();
      return field.kind().isMany() || named.isEmpty() ? named : named.getFirst();
    }
  }
}
