package org.kezhi.network;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.kezhi.db.Tables.CUSTOMER;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Walks through a group of companies, up to its head and down to its last subsidiary.
@Repository
class GroupWalk {

  static final int MOST = 500;

  private static final String WALK = "walk";
  private static final Field<UUID> ID = DSL.field(name(WALK, "id"), SQLDataType.UUID);
  private static final Field<UUID> PARENT = DSL.field(name(WALK, "parent_id"), SQLDataType.UUID);

  private final DSLContext db;

  GroupWalk(DSLContext db) {
    this.db = db;
  }

  /// The companies of a group, each with the one above it.
  ///
  /// @param complete whether these are all
  record Group(Map<UUID, @Nullable UUID> parents, UUID head, boolean complete) {}

  /// Those above a customer and those below it come first, so that they are there even where the
  /// group is too large to be told as a whole.
  Group around(UUID customer) {
    var parents = above(customer);
    var head =
        parents.entrySet().stream()
            .filter(step -> step.getValue() == null || !parents.containsKey(step.getValue()))
            .findFirst()
            .map(Map.Entry::getKey)
            .orElse(customer);
    addBelow(customer, parents);
    if (!head.equals(customer)) {
      addBelow(head, parents);
    }
    var complete = parents.size() <= MOST;
    while (parents.size() > MOST) {
      parents.pollLastEntry();
    }
    parents.put(head, null);
    return new Group(parents, head, complete);
  }

  private LinkedHashMap<UUID, @Nullable UUID> above(UUID customer) {
    var walk =
        name(WALK)
            .fields("id", "parent_id")
            .as(
                select(CUSTOMER.ID, CUSTOMER.PARENT_ID)
                    .from(CUSTOMER)
                    .where(CUSTOMER.ID.eq(customer))
                    .union(
                        select(CUSTOMER.ID, CUSTOMER.PARENT_ID)
                            .from(DSL.table(name(WALK)))
                            .join(CUSTOMER)
                            .on(CUSTOMER.ID.eq(PARENT))
                            .where(CUSTOMER.DELETED_AT.isNull())));
    var parents = new LinkedHashMap<UUID, @Nullable UUID>();
    db.withRecursive(walk)
        .select(ID, PARENT)
        .from(walk)
        .forEach(row -> parents.put(row.value1(), row.value2()));
    return parents;
  }

  /// Level by level; one more than are told shows that there are more.
  private void addBelow(UUID start, LinkedHashMap<UUID, @Nullable UUID> parents) {
    var walk =
        name(WALK)
            .fields("id", "parent_id")
            .as(
                select(CUSTOMER.ID, CUSTOMER.PARENT_ID)
                    .from(CUSTOMER)
                    .where(CUSTOMER.ID.eq(start))
                    .union(
                        select(CUSTOMER.ID, CUSTOMER.PARENT_ID)
                            .from(DSL.table(name(WALK)))
                            .join(CUSTOMER)
                            .on(CUSTOMER.PARENT_ID.eq(ID))
                            .where(CUSTOMER.DELETED_AT.isNull())));
    db.withRecursive(walk)
        .select(ID, PARENT)
        .from(walk)
        .limit(MOST + 1)
        .forEach(row -> parents.putIfAbsent(row.value1(), row.value2()));
  }
}
