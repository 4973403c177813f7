package org.kezhi.record;

import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;

/// Computes a field from others of the same record whenever it is read.
public interface Formula {

  /// The expression over the alias under which a statement uses the record's table.
  ///
  /// @param seen which records it may look at where it follows a reference; what is hidden is empty
  Field<?> on(Table<?> alias, Seen seen);

  /// The names of the fields that it reads: who may not see one of them does not see the result.
  Set<String> inputs();

  /// A stored field that puts records into the opposite order, where there is one: lists go by its
  /// index.
  default Optional<String> reversed() {
    return Optional.empty();
  }
}
