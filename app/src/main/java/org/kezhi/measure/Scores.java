package org.kezhi.measure;

import static org.jooq.impl.DSL.floor;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.kezhi.warehouse.StarSchema;

/// Scores from 1 to 5 and the two readings of them: eight classes and eleven segments.
final class Scores {

  private Scores() {}

  /// @param rank 1 for the least good; ties share the lower rank
  static Field<Integer> quantile(Field<Integer> rank, long buyers) {
    if (buyers <= 1) {
      return inline(5);
    }
    var share =
        rank.minus(inline(1))
            .times(inline(5))
            .cast(SQLDataType.DOUBLE)
            .div(inline((double) (buyers - 1)));
    return least(inline(5), floor(share).cast(SQLDataType.INTEGER).plus(inline(1)));
  }

  /// One more than the number of cut points that are reached.
  static Field<Integer> bandsUp(Field<? extends Number> value, List<BigDecimal> cuts) {
    return bands(cuts.stream().map(cut -> value.cast(StarSchema.MONEY).ge(inline(cut))).toList());
  }

  /// One more than the number of cut points that are kept to.
  static Field<Integer> bandsDown(Field<? extends Number> value, List<BigDecimal> cuts) {
    return bands(cuts.stream().map(cut -> value.cast(StarSchema.MONEY).le(inline(cut))).toList());
  }

  private static Field<Integer> bands(List<Condition> reached) {
    Field<Integer> score = inline(1);
    for (var condition : reached) {
      score = score.plus(when(condition, inline(1)).otherwise(inline(0)));
    }
    return score;
  }

  static Field<String> rfmClass(Condition recent, Condition frequent, Condition valuable) {
    return when(
            valuable,
            when(recent.and(frequent), inline("keyValue"))
                .when(recent, inline("keyDevelop"))
                .when(frequent, inline("keyKeep"))
                .otherwise(inline("keyRetain")))
        .otherwise(
            when(recent.and(frequent), inline("generalValue"))
                .when(recent, inline("generalDevelop"))
                .when(frequent, inline("generalKeep"))
                .otherwise(inline("generalRetain")));
  }

  static Field<String> segment(Field<Integer> r, Field<Integer> f) {
    return when(r.eq(inline(5)).and(f.ge(inline(4))), inline("champions"))
        .when(r.ge(inline(3)).and(f.ge(inline(4))), inline("loyal"))
        .when(r.ge(inline(4)).and(f.ge(inline(2))), inline("potentialLoyalist"))
        .when(r.eq(inline(5)), inline("new"))
        .when(r.eq(inline(4)), inline("promising"))
        .when(r.eq(inline(3)).and(f.eq(inline(3))), inline("needAttention"))
        .when(r.eq(inline(3)), inline("aboutToSleep"))
        .when(f.eq(inline(5)), inline("cannotLose"))
        .when(f.ge(inline(3)), inline("atRisk"))
        .when(r.eq(inline(2)), inline("hibernating"))
        .otherwise(inline("lost"));
  }
}
