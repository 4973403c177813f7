package org.kezhi.customization;

import static org.jooq.impl.DSL.name;

import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.kezhi.record.FieldKind;
import org.kezhi.record.FieldValues;
import org.kezhi.record.RecordField;
import org.kezhi.record.Standard;
import org.kezhi.record.StandardColumns;
import org.kezhi.warehouse.CustomChanges;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Changes tables while people work: with the owner's rights, what is kept about them in the same
/// transaction, and never waiting long for a lock, because everybody else would wait behind it.
@Component
class CustomSchema {

  private static final int ATTEMPTS = 5;

  /// What PostgreSQL says when a lock was not to be had in time, or two waited for each other.
  static final Set<String> BUSY = Set.of("55P03", "40P01");

  private final DSLContext owner;
  private final AuditContext audit;
  private final CustomizationRepository repository;
  private final Catalogue catalogue;

  CustomSchema(
      @Qualifier("owner") DSLContext owner,
      AuditContext audit,
      CustomizationRepository repository,
      Catalogue catalogue) {
    this.owner = owner;
    this.audit = audit;
    this.repository = repository;
    this.catalogue = catalogue;
  }

  /// Does one change after the other in the whole cluster; afterwards the engine knows it.
  <T> T change(Viewer viewer, Function<DSLContext, T> work) {
    for (var attempt = 1; ; attempt++) {
      try {
        var result =
            owner.transactionResult(transaction -> {
              var db = transaction.dsl();
              db.execute("set local lock_timeout = '2s'");
              audit.begin(db, viewer.id(), viewer.channel(), null);
              repository.beginEdition(db);
              return work.apply(db);
            });
        catalogue.load();
        return result;
      } catch (DataAccessException failed) {
        if (!BUSY.contains(failed.sqlState())) {
          throw failed;
        } else if (attempt == ATTEMPTS) {
          throw CustomizationProblem.BUSY.with();
        }
      }
    }
  }

  void create(DSLContext db, CustomObject object) {
    var table = new CustomTable(object.table(), object.owned());
    var creation =
        db.createTable(table)
            .columns(table.fields())
            .constraint(DSL.constraint(object.table() + "_pkey").primaryKey(table.id));
    for (var foreign : table.getReferences()) {
      var column = foreign.getFields().getFirst();
      creation =
          creation.constraint(
              DSL.constraint(foreign.getName())
                  .foreignKey(column.getUnqualifiedName())
                  .references(foreign.getKey().getTable().getQualifiedName(), name("id")));
    }
    creation.execute();
    index(db, table, name(object.table() + "_name_idx"), "({0}, {1})", table.name, table.id);
    index(
        db,
        table,
        name(object.table() + "_created_at_idx"),
        "({0} desc, {1} desc)",
        table.createdAt,
        table.id);
    for (var column : table.ownership) {
      index(db, table, name(object.table() + "_" + column.getName() + "_idx"), "({0})", column);
    }
    CustomChanges.followAll(db, table);
  }

  void drop(DSLContext db, CustomObject object) {
    db.dropTable(DSL.table(name("public", object.table()))).execute();
  }

  void add(DSLContext db, Table<?> table, RecordField field) {
    db.execute(
        "alter table {0} add column {1} {2}",
        table, field.column().getUnqualifiedName(), DSL.sql(type(db, field)));
    if (field.kind() == FieldKind.REFERENCE) {
      db.execute(
          "alter table {0} add constraint {1} foreign key ({2}) references {3} (id)",
          table,
          constraint(table, field, "fkey"),
          field.column().getUnqualifiedName(),
          field.references());
    }
  }

  void drop(DSLContext db, Table<?> table, Field<?> column) {
    db.execute("alter table {0} drop column {1}", table, column.getUnqualifiedName());
  }

  /// What a new record gets where nobody says otherwise; older ones keep what they have.
  void standard(DSLContext db, Table<?> table, RecordField field, String text) {
    var column = field.column().getUnqualifiedName();
    if (text.isEmpty()) {
      db.execute("alter table {0} alter column {1} drop default", table, column);
    } else {
      db.execute(
          "alter table {0} alter column {1} set default {2}", table, column, value(field, text));
    }
  }

  private static Field<?> value(RecordField field, String text) {
    return switch (text) {
      case Standard.TODAY -> DSL.field("kezhi_today()");
      case Standard.ME -> DSL.field("kezhi_actor()");
      default -> DSL.inline(FieldValues.read(field, text));
    };
  }

  void unique(DSLContext db, Table<?> table, RecordField field, boolean unique) {
    var index = constraint(table, field, "key");
    if (unique) {
      db.execute(
          "create unique index {0} on {1} ({2}) where deleted_at is null",
          index, table, field.column().getUnqualifiedName());
    } else {
      db.execute("drop index if exists {0}", index);
    }
  }

  /// How many values stand in more than one record.
  int duplicates(DSLContext db, Table<?> table, RecordField field) {
    return db.fetchCount(
        DSL.select(field.column())
            .from(table)
            .where(field.column().isNotNull())
            .and(StandardColumns.deletedAt(table).isNull())
            .groupBy(field.column())
            .having(DSL.count().gt(1)));
  }

  static Name constraint(Table<?> table, RecordField field, String kind) {
    return name(table.getName() + "_" + field.column().getName() + "_" + kind);
  }

  private static String type(DSLContext db, RecordField field) {
    return field.column().getDataType().getCastTypeName(db.configuration());
  }

  private static void index(
      DSLContext db, Table<?> table, Name index, String columns, Field<?>... of) {
    var names = new Name[of.length];
    for (var i = 0; i < of.length; i++) {
      names[i] = of[i].getUnqualifiedName();
    }
    db.execute("create index {0} on {1} {2}", index, table, DSL.sql(columns, names));
  }
}
