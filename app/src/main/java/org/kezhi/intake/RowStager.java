package org.kezhi.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Ids;
import org.kezhi.record.FieldValues.NotAValue;
import org.kezhi.sheet.SourceRow;

/// Turns rows of a file into rows of the staging table.
public final class RowStager {

  /// No cell of a workbook holds more than one character above this; the rest of it was cut off.
  private static final int FULL_CELL = 32_766;

  private final List<MappedField> fields;
  private final CellReader cells;
  private final int width;

  /// @param width how many cells a row must have; more only if they are empty
  public RowStager(List<MappedField> fields, CellReader cells, int width) {
    this.fields = fields;
    this.cells = cells;
    this.width = width;
  }

  /// A field and the column that fills it.
  public record MappedField(ImportField field, int column) {}

  /// @param fromWorkbook whether rows may be short, and cells too small for a long text
  public StagedRow stage(SourceRow row, boolean fromWorkbook) {
    var values = new @Nullable Object[fields.size()];
    var errors = new ArrayList<FieldError>();
    if (row.fault() != null) {
      errors.add(FieldError.of("", row.fault()));
    } else if (isTooLong(row)) {
      errors.add(FieldError.of("", "tooManyCells", width, row.cells().size()));
    } else if (row.cells().size() < width && !fromWorkbook) {
      errors.add(FieldError.of("", "tooFewCells", width, row.cells().size()));
    } else {
      for (var i = 0; i < values.length; i++) {
        values[i] = value(fields.get(i), row, errors);
        if (fromWorkbook && cell(fields.get(i).column, row.cells()).length() >= FULL_CELL) {
          errors.add(FieldError.of(fields.get(i).field.name(), "fullCell"));
        }
      }
    }
    return new StagedRow(Ids.next(), values, List.copyOf(errors), row);
  }

  private @Nullable Object value(MappedField mapped, SourceRow row, List<FieldError> errors) {
    try {
      return cells.read(mapped.field, cell(mapped.column, row.cells()));
    } catch (NotAValue wrong) {
      errors.add(FieldError.of(mapped.field.name(), wrong.code(), wrong.arguments()));
      return null;
    }
  }

  /// What the file says about a field.
  public String cell(int field, SourceRow row) {
    return row.fault() == null ? cell(fields.get(field).column, row.cells()) : "";
  }

  private static String cell(int column, List<String> cells) {
    return column < cells.size() ? cells.get(column) : "";
  }

  private boolean isTooLong(SourceRow row) {
    var cells = row.cells();
    return cells.size() > width
        && !cells.subList(width, cells.size()).stream().allMatch(String::isBlank);
  }
}
