package org.kezhi.record;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;

/// Fields that another module adds to a kind of record, from a table with exactly one row for each.
///
/// @param prefix what comes before the dot in the names of its fields
/// @param permission the permission without which nobody sees them
/// @param key the column that equals the record's id
/// @param columns the columns that become read-only fields, in the order in which people see them
/// @param choices the values of those that are choices
/// @param money which of them are amounts in base currency
public record Extension(
    String prefix,
    String permission,
    Table<?> table,
    Field<UUID> key,
    List<Field<?>> columns,
    Map<Field<?>, List<String>> choices,
    Set<Field<?>> money) {}
