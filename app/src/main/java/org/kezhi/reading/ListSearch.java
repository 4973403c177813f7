package org.kezhi.reading;

import static org.jooq.impl.DSL.or;

import java.util.stream.Stream;
import org.jooq.Condition;
import org.kezhi.access.FieldAccess;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.springframework.stereotype.Component;

/// Finds a text in the searched fields of one kind of record, for the search box of a list.
@Component
class ListSearch {

  private final Policy policy;

  ListSearch(Policy policy) {
    this.policy = policy;
  }

  Condition matching(Viewer viewer, Source source, String text) {
    var type = source.type();
    return or(
        Stream.concat(Stream.of(type.titleField()), type.searched().stream())
            .distinct()
            .filter(field -> policy.access(viewer, type, field) != FieldAccess.HIDDEN)
            .map(field -> source.column(field).cast(String.class).containsIgnoreCase(text.strip()))
            .toList());
  }
}
