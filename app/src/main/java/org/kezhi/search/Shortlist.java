package org.kezhi.search;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.kezhi.db.Tables.SEARCH_ENTRY;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kezhi.search.SearchTerms.Tagged;

/// The ids of records of one kind that may be what was meant, few but with the best among them.
///
/// In a large table, what very many records match is answered from a sample of one in 32, so that
/// no search has to touch hundreds of thousands of them; where the sample yields little, the whole
/// table cannot hold many and is asked.
final class Shortlist {

  private static final int WHOLE_VALUES = 20;
  private static final int HEADS = 40;
  private static final int SAMPLED = 60;
  private static final int ALL = 200;
  private static final Field<UUID> ID = DSL.field(name("record_id"), SQLDataType.UUID);

  private final String name;
  private final @Nullable Reach reach;
  private final Condition wholeValue;
  private final Condition head;
  private final Condition anywhere;
  private final List<CommonTableExpression<?>> samples = new ArrayList<>();

  /// The table and the condition on it that limit what a viewer sees.
  record Reach(Table<?> table, Field<UUID> id, Condition rows) {}

  /// @param name what the statement calls it
  /// @param reach what limits the viewer; none where every record may be seen
  Shortlist(String name, SearchTerms terms, List<Tagged> fields, @Nullable Reach reach) {
    this.name = name;
    this.reach = reach;
    this.wholeValue = SearchCondition.matches(terms.wholeValue(fields));
    this.head = SearchCondition.matches(terms.head(fields.getFirst()));
    this.anywhere = SearchCondition.matches(terms.anywhere(fields));
  }

  /// Parts of the statement that [#large] needs to stand in front of it.
  List<CommonTableExpression<?>> samples() {
    return samples;
  }

  Select<Record1<UUID>> small() {
    return limited(wholeValue, WHOLE_VALUES)
        .union(limited(head, HEADS))
        .union(limited(anywhere, ALL));
  }

  Select<Record1<UUID>> large() {
    return limited(wholeValue, WHOLE_VALUES)
        .union(sampledFirst("h", head, HEADS, HEADS))
        .union(sampledFirst("s", anywhere, SAMPLED, ALL));
  }

  private Select<Record1<UUID>> sampledFirst(String prefix, Condition matching, int few, int most) {
    var sampled = DSL.table(name(prefix + name));
    samples.add(
        name(prefix + name)
            .fields(ID.getName())
            .asMaterialized(limited(DSL.condition(SEARCH_ENTRY.SAMPLE).and(matching), few)));
    var isFew = DSL.field(selectCount().from(sampled)).lt(inline(few));
    return select(ID).from(sampled).union(limited(matching.and(isFew), most));
  }

  private Select<Record1<UUID>> limited(Condition matching, int most) {
    if (reach == null) {
      return wrapped(
          select(SEARCH_ENTRY.RECORD_ID).from(SEARCH_ENTRY).where(matching).limit(inline(most)));
    }
    return wrapped(
        select(SEARCH_ENTRY.RECORD_ID)
            .from(SEARCH_ENTRY)
            .join(reach.table())
            .on(reach.id().eq(SEARCH_ENTRY.RECORD_ID))
            .where(matching)
            .and(reach.rows())
            .limit(inline(most)));
  }

  private static Select<Record1<UUID>> wrapped(Select<Record1<UUID>> limited) {
    return select(ID).from(limited.asTable("p", ID.getName()));
  }
}
