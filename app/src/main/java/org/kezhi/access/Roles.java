package org.kezhi.access;

import static org.kezhi.db.Tables.ROLE;
import static org.kezhi.db.Tables.ROLE_FIELD;
import static org.kezhi.db.Tables.ROLE_OBJECT;
import static org.kezhi.db.Tables.ROLE_PERMISSION;

import java.util.ArrayList;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kezhi.audit.AuditContext;
import org.kezhi.db.tables.records.RoleFieldRecord;
import org.kezhi.db.tables.records.RoleObjectRecord;
import org.kezhi.db.tables.records.RolePermissionRecord;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what each role allows.
@Service
class Roles {

  private final DSLContext db;
  private final ObjectTypes types;
  private final Viewers viewers;
  private final AuditContext audit;

  Roles(DSLContext db, ObjectTypes types, Viewers viewers, AuditContext audit) {
    this.db = db;
    this.types = types;
    this.viewers = viewers;
    this.audit = audit;
  }

  RoleRights rights(UUID id) {
    var role =
        db.fetchOptional(ROLE, ROLE.ID.eq(id)).orElseThrow(() -> CommonProblem.NOT_FOUND.with());
    return new RoleRights(
        role.getAdministrator(),
        db.select(ROLE_PERMISSION.PERMISSION)
            .from(ROLE_PERMISSION)
            .where(ROLE_PERMISSION.ROLE_ID.eq(id))
            .orderBy(ROLE_PERMISSION.PERMISSION)
            .fetch(row -> Permission.of(row.value1())),
        db.selectFrom(ROLE_OBJECT)
            .where(ROLE_OBJECT.ROLE_ID.eq(id))
            .orderBy(ROLE_OBJECT.OBJECT)
            .fetch(row -> ofObject(row.getObject(), Viewers.rights(row))),
        db.selectFrom(ROLE_FIELD)
            .where(ROLE_FIELD.ROLE_ID.eq(id))
            .orderBy(ROLE_FIELD.OBJECT, ROLE_FIELD.FIELD)
            .fetch(row ->
                new RoleRights.OfField(
                    row.getObject(), row.getField(), FieldAccess.of(row.getAccess()))));
  }

  @Transactional
  public RoleRights setRights(Viewer viewer, UUID id, RoleRights rights) {
    viewer.requirePerson();
    viewer.require(Permission.ADMIN_USERS);
    var current = rights(id);
    if (current.administrator() != rights.administrator()
        || (current.administrator() && !viewer.administrator())) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    requireKnown(rights);
    audit.begin(viewer.id(), viewer.channel(), null);
    replace(id, rights);
    viewers.forget();
    return rights(id);
  }

  private void requireKnown(RoleRights rights) {
    var errors = new ArrayList<FieldError>();
    for (var right : rights.objects()) {
      if (types.named(right.object()).isEmpty()) {
        errors.add(FieldError.of("objects." + right.object(), "unknownObject"));
      }
    }
    for (var right : rights.fields()) {
      if (types.named(right.object()).flatMap(type -> type.field(right.field())).isEmpty()) {
        errors.add(FieldError.of("fields." + right.object() + "." + right.field(), "unknownField"));
      }
    }
    if (!errors.isEmpty()) {
      throw CommonProblem.INVALID.in(errors);
    }
  }

  private void replace(UUID id, RoleRights rights) {
    db.deleteFrom(ROLE_PERMISSION).where(ROLE_PERMISSION.ROLE_ID.eq(id)).execute();
    db.deleteFrom(ROLE_OBJECT).where(ROLE_OBJECT.ROLE_ID.eq(id)).execute();
    db.deleteFrom(ROLE_FIELD).where(ROLE_FIELD.ROLE_ID.eq(id)).execute();
    db.batchInsert(
            rights.permissions().stream()
                .distinct()
                .map(permission -> new RolePermissionRecord(id, permission.code()))
                .toList())
        .execute();
    db.batchInsert(
            rights.objects().stream()
                .map(right ->
                    new RoleObjectRecord(
                        id,
                        right.object(),
                        right.read().code(),
                        right.create(),
                        right.update().code(),
                        right.delete().code(),
                        right.mayImport(),
                        right.mayExport()))
                .toList())
        .execute();
    db.batchInsert(
            rights.fields().stream()
                .map(right ->
                    new RoleFieldRecord(id, right.object(), right.field(), right.access().code()))
                .toList())
        .execute();
  }

  private static RoleRights.OfObject ofObject(String object, ObjectRights rights) {
    return new RoleRights.OfObject(
        object,
        rights.read(),
        rights.create(),
        rights.update(),
        rights.delete(),
        rights.mayImport(),
        rights.mayExport());
  }
}
