package org.kezhi.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.kezhi.audit.AuditFunction.Event;
import org.kezhi.record.Customization;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Sees to it, before anybody can write, that every table of records has its audit triggers.
@Component
public class AuditTriggers implements SmartInitializingSingleton {

  private final DSLContext owner;
  private final ObjectTypes types;

  AuditTriggers(@Qualifier("owner") DSLContext owner, ObjectTypes types) {
    this.owner = owner;
    this.types = types;
  }

  @Override
  public void afterSingletonsInstantiated() {
    var tables = new ArrayList<>(AuditedTable.parts());
    types.all().forEach(type -> tables.add(AuditedTable.of(type, type.customization())));
    var missing = missing(owner, tables);
    if (!missing.isEmpty()) {
      owner.transaction(transaction -> replace(transaction.dsl(), missing));
    }
  }

  /// Puts the triggers of one kind of record in place, in the transaction that makes or changes its
  /// table.
  public void apply(DSLContext transaction, ObjectType type, Customization added) {
    var missing = missing(transaction, List.of(AuditedTable.of(type, added)));
    if (!missing.isEmpty()) {
      replace(transaction, missing);
    }
  }

  private static List<AuditFunction> missing(DSLContext db, List<AuditedTable> tables) {
    var functions = new ArrayList<AuditFunction>();
    for (var table : tables) {
      for (var event : Event.values()) {
        functions.add(new AuditFunction(table, event));
      }
    }
    var inPlace = inPlace(db);
    functions.removeIf(function -> isInPlace(function, inPlace));
    return functions;
  }

  private static boolean isInPlace(AuditFunction function, Map<String, String> inPlace) {
    return function.fingerprint().equals(inPlace.get(function.functionName()));
  }

  /// The fingerprints of the functions that enabled triggers call.
  private static Map<String, String> inPlace(DSLContext db) {
    return db.fetch(
            """
            select p.proname, coalesce(obj_description(p.oid, 'pg_proc'), '') as fingerprint
            from pg_trigger t join pg_proc p on p.oid = t.tgfoid
            where t.tgname in ('audit_insert', 'audit_update', 'audit_delete')
              and t.tgenabled in ('O', 'A')
              and p.pronamespace = 'public'::regnamespace
            """)
        .intoMap(row -> row.get(0, String.class), row -> row.get(1, String.class));
  }

  /// One node at a time, and not behind a long reader for ever.
  private static void replace(DSLContext db, List<AuditFunction> functions) {
    db.connection(connection -> {
      try (var statement = connection.createStatement()) {
        statement.execute("set local lock_timeout = '10s'");
        statement.execute("select pg_advisory_xact_lock(hashtext('kezhi audit'))");
        for (var function : functions) {
          for (var sql : function.statements()) {
            statement.execute(sql);
          }
        }
      }
    });
  }
}
