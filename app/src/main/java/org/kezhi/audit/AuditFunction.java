package org.kezhi.audit;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/// The trigger function that writes down one event on one table, a statement at a time, with the
/// columns spelled out. All names are quoted by jOOQ; nothing in it comes from people.
record AuditFunction(AuditedTable audited, Event event) {

  private static final DSLContext SQL =
      DSL.using(
          SQLDialect.POSTGRES, new Settings().withRenderQuotedNames(RenderQuotedNames.ALWAYS));

  /// What happens to a table, and which rows a trigger then sees.
  enum Event {
    INSERT("new table as new_rows"),
    UPDATE("old table as old_rows new table as new_rows"),
    DELETE("old table as old_rows");

    private final String rows;

    Event(String rows) {
      this.rows = rows;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  String functionName() {
    return "audit_" + audited.table().getName() + "_" + event.code();
  }

  /// What tells whether the function in the database is this one.
  String fingerprint() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(body().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The statements that put the function and its trigger in place.
  ///
  /// A plan made for one row must not serve a hundred thousand, hence no nested loops.
  List<String> statements() {
    var function = quoted(functionName());
    return List.of(
        """
        create or replace function %s() returns trigger language plpgsql security definer
        set search_path = pg_catalog, public, pg_temp set enable_nestloop = off as $audit$
        begin
        %s;
          return null;
        end
        $audit$\
        """
            .formatted(function, body()),
        "create or replace trigger audit_%s after %s on %s referencing %s for each statement execute function %s()"
            .formatted(event.code(), event.code(), table(), event.rows, function),
        "comment on function %s() is %s".formatted(function, literal(fingerprint())));
  }

  private String body() {
    return """
    insert into public.audit_entry (actor, channel, run, object, record_id, action, changes)
    select (select nullif(current_setting('kezhi.actor', true), '')::uuid),
      (select nullif(current_setting('kezhi.channel', true), '')),
      (select nullif(current_setting('kezhi.run', true), '')::uuid),
      %s, c.record_id, c.action, nullif(c.changes, '{}'::jsonb)
    from (%s) c\
    """
        .formatted(literal(audited.object()), changes());
  }

  private String changes() {
    return switch (event) {
      case INSERT ->
          audited.isPart()
              ? partRows("n", "null", row("n"), "new_rows n")
              : "select %s as record_id, 'create' as action, null::jsonb as changes from new_rows n"
                  .formatted(id("n"));
      case DELETE ->
          audited.isPart()
              ? partRows("o", row("o"), "null", "old_rows o")
              : "select %s as record_id, 'erase' as action, %s as changes from old_rows o"
                  .formatted(id("o"), erased());
      case UPDATE -> audited.isPart() ? partChanged() : changed();
    };
  }

  private String partRows(String alias, String before, String after, String from) {
    return "select %s as record_id, 'update' as action, jsonb_build_object(%s, jsonb_build_array(%s, %s)) as changes from %s"
        .formatted(id(alias), literal(audited.table().getName()), before, after, from);
  }

  private String partChanged() {
    return partRows("n", row("o"), row("n"), joined())
        + " where (%s) is distinct from (%s)".formatted(list("n"), list("o"));
  }

  private String changed() {
    var all =
        audited.columns().stream()
            .map(AuditFunction::change)
            .collect(Collectors.joining("\n      || ", "'{}'::jsonb || ", ""));
    return """
    select %s as record_id,
          case when o.deleted_at is null and n.deleted_at is not null then 'delete'
            when o.deleted_at is not null and n.deleted_at is null then 'restore'
            else 'update' end as action,
          %s as changes
        from %s
        where (%s, n.deleted_at is null) is distinct from (%s, o.deleted_at is null)\
    """
        .formatted(id("n"), all, joined(), list("n"), list("o"));
  }

  private static String change(Field<?> column) {
    var field = quoted(column.getName());
    var values =
        AuditedTable.SECRET.contains(column.getName())
            ? "'[]'::jsonb"
            : "jsonb_build_array(o.%1$s, n.%1$s)".formatted(field);
    return "case when n.%1$s is distinct from o.%1$s then jsonb_build_object(%2$s, %3$s) else '{}'::jsonb end"
        .formatted(field, literal(column.getName()), values);
  }

  private String erased() {
    return audited.columns().stream()
        .filter(column -> !AuditedTable.SECRET.contains(column.getName()))
        .map(column ->
            "case when o.%1$s is null then '{}'::jsonb else jsonb_build_object(%2$s, jsonb_build_array(o.%1$s, null)) end"
                .formatted(quoted(column.getName()), literal(column.getName())))
        .collect(Collectors.joining("\n      || ", "'{}'::jsonb || ", ""));
  }

  private String row(String alias) {
    return audited.columns().stream()
        .map(column -> literal(column.getName()) + ", " + alias + "." + quoted(column.getName()))
        .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
  }

  private String list(String alias) {
    return audited.columns().stream()
        .map(column -> alias + "." + quoted(column.getName()))
        .collect(Collectors.joining(", "));
  }

  private String joined() {
    return audited.key().stream()
        .map(column -> "n.%1$s = o.%1$s".formatted(quoted(column)))
        .collect(Collectors.joining(" and ", "old_rows o join new_rows n on ", ""));
  }

  private String id(String alias) {
    var column = alias + "." + quoted(audited.record().column().getName());
    return audited.record().isText() ? "md5(" + column + ")::uuid" : column;
  }

  private String table() {
    return "public." + quoted(audited.table().getName());
  }

  private static String quoted(String identifier) {
    return SQL.render(name(identifier));
  }

  private static String literal(String text) {
    return SQL.renderInlined(inline(text));
  }
}
