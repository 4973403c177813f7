package org.kezhi.record;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Knows what of a module hangs on a field or a kind of record that a company may give up; each
/// module that keeps such names has one.
public interface Dependents {

  /// @param field none where the whole kind of record is meant
  List<Use> of(String object, @Nullable String field);

  /// Removes what would mean something else if the name came back, in the same transaction.
  void forget(DSLContext transaction, String object, @Nullable String field);

  /// Something that depends on a field or a kind of record.
  ///
  /// @param kind what it is, such as `view` or `role`
  /// @param label what people call it; empty where only the number tells something
  record Use(String kind, String label, long count) {}
}
