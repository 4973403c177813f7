package org.kezhi.formula;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.nullif;

import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/// Arithmetic that never fails: what cannot be computed is empty.
///
/// Every operand is said once, because saying one twice at each level of a formula would make the
/// statement grow without bounds. That is why limits are not asked for by a case.
final class Numbers {

  static final int DECIMALS = 10;
  static final int DIGITS = 24;
  private static final BigDecimal LIMIT = BigDecimal.TEN.pow(DIGITS);

  private Numbers() {}

  static Field<BigDecimal> literal(BigDecimal number) {
    return cast(inline(number), SQLDataType.NUMERIC);
  }

  static Field<BigDecimal> of(Field<?> whole) {
    return whole.cast(SQLDataType.NUMERIC);
  }

  static Field<BigDecimal> product(Field<BigDecimal> left, Field<BigDecimal> right) {
    return bounded(left.mul(right));
  }

  static Field<BigDecimal> quotient(Field<BigDecimal> left, Field<BigDecimal> right) {
    return bounded(left.div(nullif(right, inline(BigDecimal.ZERO))));
  }

  static Field<BigDecimal> remainder(Field<BigDecimal> left, Field<BigDecimal> right) {
    return left.mod(nullif(right, inline(BigDecimal.ZERO)));
  }

  static Field<BigDecimal> rounded(Field<BigDecimal> number, Field<Integer> decimals) {
    return function("round", SQLDataType.NUMERIC, number, decimals);
  }

  /// The number with as many digits as a column has, or empty where it is larger.
  static Field<BigDecimal> bounded(Field<BigDecimal> number) {
    return within(rounded(number, inline(DECIMALS)), LIMIT.negate(), LIMIT);
  }

  /// The whole part of a number that lies between two others, or empty.
  static Field<Integer> whole(Field<BigDecimal> number, int least, int most) {
    return within(
            function("trunc", SQLDataType.NUMERIC, number),
            BigDecimal.valueOf(least - 1L),
            BigDecimal.valueOf(most + 1L))
        .cast(SQLDataType.INTEGER);
  }

  /// A number that is neither `low` nor below nor `high` nor above, or empty; `least` and
  /// `greatest` pass over what is empty, which thereby becomes `high` and empty again.
  private static Field<BigDecimal> within(
      Field<BigDecimal> number, BigDecimal low, BigDecimal high) {
    return nullif(
        nullif(greatest(least(number, inline(high)), inline(low)), inline(high)), inline(low));
  }
}
