package org.kezhi.audit;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells the audit triggers on whose behalf the current transaction writes.
@Component
public class AuditContext {

  private final DSLContext db;

  AuditContext(DSLContext db) {
    this.db = db;
  }

  /// Holds until the transaction ends, for every statement in it.
  ///
  /// @param actor the user; none when the program acts by itself
  /// @param channel by which way the wish came, such as `web`, `api`, `import`, `job`, `cli`
  /// @param run what ties the changes of one bulk operation together
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin(@Nullable UUID actor, String channel, @Nullable UUID run) {
    begin(db, actor, channel, run);
  }

  /// On whose behalf the current transaction writes.
  @Transactional(propagation = Propagation.MANDATORY)
  public Act current() {
    var row = db.select(current("kezhi.actor"), current("kezhi.run")).fetchSingle();
    return new Act(id(row.value1()), id(row.value2()));
  }

  /// Who writes; nobody when the program acts by itself.
  ///
  /// @param run what ties the changes of one bulk operation together
  public record Act(@Nullable UUID actor, @Nullable UUID run) {}

  private static Field<String> current(String name) {
    return DSL.function("current_setting", String.class, inline(name), inline(true));
  }

  private static @Nullable UUID id(@Nullable String text) {
    return text == null || text.isEmpty() ? null : UUID.fromString(text);
  }

  /// Like [#begin(UUID, String, UUID)] for a transaction of the owner, which changes tables.
  public void begin(
      DSLContext transaction, @Nullable UUID actor, String channel, @Nullable UUID run) {
    transaction
        .select(
            setting("kezhi.actor", actor),
            setting("kezhi.channel", channel),
            setting("kezhi.run", run))
        .fetch();
  }

  private static Field<String> setting(String name, @Nullable Object value) {
    return DSL.function(
        "set_config",
        String.class,
        inline(name),
        val(value == null ? "" : value.toString()),
        inline(true));
  }
}
