package org.kezhi.formula;

import java.util.Optional;
import org.kezhi.record.ObjectType;

/// Gives the formulas of fields that have one; all other fields are columns.
@FunctionalInterface
public interface FormulaTexts {

  Optional<String> text(ObjectType type, String field);
}
