package org.kezhi.search;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.kezhi.db.Tables.SEARCH_ENTRY;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.access.Viewer;
import org.kezhi.record.ObjectType;
import org.kezhi.record.StandardColumns;
import org.springframework.stereotype.Component;

/// Narrows a list to the records in which a text is found, as the search over everything finds it.
@Component
public class SearchCondition {

  private static final Field<Object> TOKENS =
      DSL.field(SEARCH_ENTRY.getQualifiedName().append("tokens"), SQLDataType.OTHER);

  private final SearchFields fields;

  SearchCondition(SearchFields fields) {
    this.fields = fields;
  }

  /// The condition on a table of records, under the alias of the statement; fields that are hidden
  /// from the viewer are not looked into.
  public Condition matching(Viewer viewer, ObjectType type, Table<?> alias, String text) {
    var visible = fields.visible(viewer, type);
    if (!SearchFields.isSearched(type)) {
      return or(
          visible.stream()
              .map(field -> field.on(alias).cast(String.class).containsIgnoreCase(text.strip()))
              .toList());
    }
    var terms = SearchTerms.of(text);
    if (terms.isEmpty() || visible.isEmpty()) {
      return falseCondition();
    }
    return StandardColumns.id(alias)
        .in(
            select(SEARCH_ENTRY.RECORD_ID)
                .from(SEARCH_ENTRY)
                .where(matches(terms.anywhere(fields.tagged(type, visible)))));
  }

  static Condition matches(String query) {
    return DSL.condition("{0} @@ {1}::tsquery", TOKENS, val(query));
  }
}
