package org.kezhi.formula;

import org.jooq.Field;

/// A part of a formula whose values are of one Java type.
@FunctionalInterface
interface Typed<T> extends Sql {

  @Override
  Field<T> on(Row row);
}
