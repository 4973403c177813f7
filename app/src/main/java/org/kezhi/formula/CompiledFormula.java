package org.kezhi.formula;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.kezhi.record.FieldKind;
import org.kezhi.record.Formula;
import org.kezhi.record.MoneyUnit;
import org.kezhi.record.Seen;

/// A formula that is right, ready to be a column of any statement.
public final class CompiledFormula implements Formula {

  private final Expression result;
  private final Set<String> inputs;
  private final Function<RowFrame, Row> rows;

  CompiledFormula(Expression result, Set<String> inputs, Function<RowFrame, Row> rows) {
    this.result = result;
    this.inputs = Set.copyOf(inputs);
    this.rows = rows;
  }

  /// What its values are; an amount only where the record or the company says its currency.
  public FieldKind kind() {
    return result.kind().asField();
  }

  /// In what an amount is; none means the base currency.
  public Optional<MoneyUnit> money() {
    return Optional.ofNullable(result.type().currency()).map(Currency::unit);
  }

  /// The fields that it reads, as they are written, and those that the formulas among them read.
  @Override
  public Set<String> inputs() {
    return inputs;
  }

  /// How its values are stored where somebody keeps them.
  public DataType<?> dataType(Table<?> table) {
    return on(table).getDataType();
  }

  /// The expression where it sees every record that it refers to, whoever asks.
  Field<?> on(Table<?> alias) {
    return on(alias, (_, _) -> DSL.noCondition());
  }

  @Override
  public Field<?> on(Table<?> alias, Seen seen) {
    return result.sql().on(rows.apply(new RowFrame(alias, seen)));
  }

  /// What a statement says of the row; day and zone come from elsewhere.
  record RowFrame(Table<?> alias, Seen seen) {}
}
