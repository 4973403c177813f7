package org.kezhi.formula;

import org.jooq.Field;

/// A part of a formula, ready to be said over the table of any statement.
@FunctionalInterface
interface Sql {

  Field<?> on(Row row);
}
