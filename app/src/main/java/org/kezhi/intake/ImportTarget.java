package org.kezhi.intake;

import java.util.List;
import org.kezhi.access.Viewer;
import org.kezhi.platform.FieldError;
import org.kezhi.record.ObjectType;

/// Knows how lines of a file become records: in general, and for kinds of record whose lines say
/// more than their own fields.
public interface ImportTarget {

  boolean takes(ObjectType type);

  /// The fields that the viewer may fill from a file.
  List<ImportField> fields(Viewer viewer, ObjectType type);

  /// By which of them records can be recognised; the first is taken if nobody chooses.
  List<String> matchFields(ObjectType type);

  /// The kinds of record that can be made when a line names one that is not there.
  List<String> creatable(Viewer viewer, ObjectType type);

  /// What is wrong with the choices, before anything is read.
  List<FieldError> check(Viewer viewer, ObjectType type, ImportSettings settings);

  /// Writes the good lines of the staging table and marks the others with their fault.
  ImportCounts write(Chunk chunk);

  /// Does what can be done only when all lines are there.
  void finish(Chunk whole);
}
