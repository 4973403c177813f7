package org.kezhi.record;

import java.math.BigDecimal;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/// In what amounts are: where their currency stands, and what it is worth in base currency; in the
/// record itself, or in the one to which a reference points.
///
/// @param table where both columns are
/// @param rate none where amounts in several currencies have no sum
/// @param through the reference to the record that says it; none for the record itself
public record MoneyUnit(
    Table<?> table,
    Field<String> currency,
    @Nullable Field<BigDecimal> rate,
    @Nullable Field<UUID> through) {

  /// Amounts of which nobody knows what they are worth in base currency.
  public static MoneyUnit of(TableField<?, String> currency) {
    return new MoneyUnit(table(currency), currency, null, null);
  }

  public static MoneyUnit of(TableField<?, String> currency, Field<BigDecimal> rate) {
    return new MoneyUnit(table(currency), currency, rate, null);
  }

  /// The same for the records that refer to those.
  public MoneyUnit through(Field<UUID> reference) {
    return new MoneyUnit(table, currency, rate, reference);
  }

  public boolean isOwn() {
    return through == null;
  }

  private static Table<?> table(TableField<?, String> currency) {
    var table = currency.getTable();
    if (table == null) {
      throw new IllegalArgumentException(currency + " is in no table");
    }
    return table;
  }
}
