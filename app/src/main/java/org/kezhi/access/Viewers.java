package org.kezhi.access;

import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.ROLE;
import static org.kezhi.db.Tables.ROLE_FIELD;
import static org.kezhi.db.Tables.ROLE_OBJECT;
import static org.kezhi.db.Tables.ROLE_PERMISSION;
import static org.kezhi.db.Tables.USER_ROLE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.Remembered;
import org.springframework.stereotype.Component;

/// Finds out what a user may do, and remembers it for two seconds, so that a right that was taken
/// away is gone everywhere within that time.
@Component
public class Viewers {

  private final DSLContext db;
  private final Remembered<UUID, @Nullable Viewer> remembered = new Remembered<>(this::load);

  Viewers(DSLContext db) {
    this.db = db;
  }

  /// The viewer that a user is, unless the user is gone or inactive.
  public Optional<Viewer> find(UUID userId) {
    return Optional.ofNullable(remembered.get(userId));
  }

  /// Somebody who has one role and nothing else, to show what such a person would see.
  public Viewer holding(UUID role) {
    var roles = Set.of(role);
    var isAdministrator =
        db.fetchExists(
            ROLE, ROLE.ID.eq(role).and(ROLE.ADMINISTRATOR).and(ROLE.DELETED_AT.isNull()));
    return new Viewer(
        role,
        "",
        "",
        null,
        List.of(),
        isAdministrator,
        permissions(roles),
        objects(roles),
        fields(roles),
        null,
        "web");
  }

  /// Forgets what this node remembers, after rights were changed here.
  void forget() {
    remembered.forget();
  }

  private @Nullable Viewer load(UUID userId) {
    var user =
        db.select(APP_USER.USER_NAME, APP_USER.DISPLAY_NAME, APP_USER.UNIT_ID)
            .from(APP_USER)
            .where(APP_USER.ID.eq(userId))
            .and(APP_USER.ACTIVE)
            .and(APP_USER.DELETED_AT.isNull())
            .fetchOne();
    if (user == null) {
      return null;
    }
    var roles =
        db.select(ROLE.ID, ROLE.ADMINISTRATOR)
            .from(USER_ROLE)
            .join(ROLE)
            .on(ROLE.ID.eq(USER_ROLE.ROLE_ID))
            .where(USER_ROLE.USER_ID.eq(userId))
            .and(ROLE.DELETED_AT.isNull())
            .fetchMap(ROLE.ID, ROLE.ADMINISTRATOR);
    var unit = user.get(APP_USER.UNIT_ID);
    return new Viewer(
        userId,
        user.get(APP_USER.USER_NAME),
        user.get(APP_USER.DISPLAY_NAME),
        unit,
        unit == null ? List.of() : subtree(unit),
        roles.containsValue(true),
        permissions(roles.keySet()),
        objects(roles.keySet()),
        fields(roles.keySet()),
        null,
        "web");
  }

  private List<UUID> subtree(UUID unit) {
    return db.fetch(
            """
            with recursive below (id) as (
              select id from unit where id = ?
              union select u.id from unit u join below b on u.parent_id = b.id)
            select id from below
            """,
            unit)
        .getValues("id", UUID.class);
  }

  private Set<Permission> permissions(Set<UUID> roles) {
    return db
        .selectDistinct(ROLE_PERMISSION.PERMISSION)
        .from(ROLE_PERMISSION)
        .where(ROLE_PERMISSION.ROLE_ID.in(roles))
        .fetch(ROLE_PERMISSION.PERMISSION)
        .stream()
        .map(Permission::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Map<String, ObjectRights> objects(Set<UUID> roles) {
    return db.selectFrom(ROLE_OBJECT).where(ROLE_OBJECT.ROLE_ID.in(roles)).fetch().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                row -> row.get(ROLE_OBJECT.OBJECT), Viewers::rights, ObjectRights::and));
  }

  static ObjectRights rights(Record row) {
    return new ObjectRights(
        Scope.of(row.get(ROLE_OBJECT.READ_SCOPE)),
        row.get(ROLE_OBJECT.CREATE_ALLOWED),
        Scope.of(row.get(ROLE_OBJECT.UPDATE_SCOPE)),
        Scope.of(row.get(ROLE_OBJECT.DELETE_SCOPE)),
        row.get(ROLE_OBJECT.IMPORT_ALLOWED),
        row.get(ROLE_OBJECT.EXPORT_ALLOWED));
  }

  /// A limit on a field counts only where every role that shows the object has one.
  private Map<String, Map<String, FieldAccess>> fields(Set<UUID> roles) {
    var readers =
        db.select(ROLE_OBJECT.OBJECT, ROLE_OBJECT.ROLE_ID)
            .from(ROLE_OBJECT)
            .where(ROLE_OBJECT.ROLE_ID.in(roles))
            .and(ROLE_OBJECT.READ_SCOPE.ne(Scope.NONE.code()))
            .fetchGroups(ROLE_OBJECT.OBJECT, ROLE_OBJECT.ROLE_ID);
    var limits = new HashMap<String, Map<String, FieldAccess>>();
    db.selectFrom(ROLE_FIELD)
        .where(ROLE_FIELD.ROLE_ID.in(roles))
        .fetchGroups(row -> List.of(row.getObject(), row.getField()))
        .forEach((key, rows) -> {
          var limiting = rows.stream().map(row -> row.getRoleId()).toList();
          if (limiting.containsAll(readers.getOrDefault(key.getFirst(), List.of()))) {
            var access =
                rows.stream()
                    .map(row -> FieldAccess.of(row.getAccess()))
                    .reduce(FieldAccess.HIDDEN, FieldAccess::orWider);
            limits.computeIfAbsent(key.getFirst(), _ -> new HashMap<>()).put(key.getLast(), access);
          }
        });
    return limits;
  }
}
