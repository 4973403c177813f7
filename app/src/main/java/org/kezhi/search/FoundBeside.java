package org.kezhi.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;

/// Texts by which a record is found although no field of it holds them, such as names of its files;
/// whoever may see the record may see them. Who changes them says so by `RecordsChanged`.
public interface FoundBeside {

  /// What they are called, beginning with a sign that no field begins with.
  String name();

  /// The texts of records of one kind, where they have any.
  Map<UUID, String> of(String object, List<UUID> ids);

  /// The texts of the record with an id, each for itself.
  Field<String[]> each(String object, Field<UUID> id);
}
