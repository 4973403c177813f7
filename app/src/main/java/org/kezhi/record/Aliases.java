package org.kezhi.record;

import static org.jooq.impl.DSL.name;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Table;

/// Remembers tables under their aliases, because making one copies every column.
public final class Aliases {

  private static final Map<Aliased, Table<?>> KNOWN = new ConcurrentHashMap<>();

  private Aliases() {}

  public static Table<?> of(Table<?> table, String alias) {
    return KNOWN.computeIfAbsent(new Aliased(table, alias), _ -> table.as(name(alias)));
  }

  private record Aliased(Table<?> table, String alias) {}
}
