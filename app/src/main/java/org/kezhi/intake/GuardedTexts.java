package org.kezhi.intake;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kezhi.record.RecordField;

/// Knows texts that stand in a file as an export writes them, with an apostrophe that keeps a
/// spreadsheet from taking them for a formula.
final class GuardedTexts {

  private static final String FORMULA = "^'*[=+@\t\r-]";

  private GuardedTexts() {}

  /// What a file says about a text: where it is just how an export would write what is there, what
  /// is there.
  static Field<?> read(RecordField field, Field<?> value) {
    if (!canBe(field)) {
      return value;
    }
    var there = field.column().coerce(SQLDataType.CLOB);
    var said = value.coerce(SQLDataType.CLOB);
    return DSL.when(isGuarded(there, said), there).otherwise(said);
  }

  /// Whether texts of the field are guarded at all.
  static boolean canBe(RecordField field) {
    return switch (field.kind()) {
      case TEXT, LONG_TEXT, EMAIL -> true;
      default -> false;
    };
  }

  /// Whether a text of a file is how an export would write another one.
  static Condition isGuarded(Field<String> text, Field<String> said) {
    return said.eq(DSL.inline("'").concat(text)).and(text.likeRegex(FORMULA));
  }

  /// A text of a file as it was before an export wrote it; none where no export wrote it so.
  static Field<String> bare(Field<String> said) {
    return DSL.when(said.likeRegex("^'" + FORMULA.substring(1)), DSL.substring(said, 2));
  }
}
