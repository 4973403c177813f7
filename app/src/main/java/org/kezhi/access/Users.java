package org.kezhi.access;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.val;
import static org.kezhi.db.Tables.APP_USER;
import static org.kezhi.db.Tables.ROLE;
import static org.kezhi.db.Tables.USER_ROLE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kezhi.audit.AuditContext;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.FieldError;
import org.kezhi.platform.Ids;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps who may log in and in which roles. Whoever manages users can give every role but an
/// administrator's, and cannot touch an administrator's account.
@Service
public class Users {

  private final DSLContext db;
  private final LogIns logIns;
  private final Viewers viewers;
  private final Administrators administrators;
  private final AuditContext audit;
  private final ObjectTypes types;
  private final ApplicationEventPublisher events;

  Users(
      DSLContext db,
      LogIns logIns,
      Viewers viewers,
      Administrators administrators,
      AuditContext audit,
      ObjectTypes types,
      ApplicationEventPublisher events) {
    this.db = db;
    this.types = types;
    this.events = events;
    this.logIns = logIns;
    this.viewers = viewers;
    this.administrators = administrators;
    this.audit = audit;
  }

  /// Makes a user with a password and roles given by their codes, as the command line does.
  @Transactional
  public UUID add(String userName, String displayName, String password, List<String> roleCodes) {
    audit.begin(null, "cli", null);
    return insert(userName, displayName, password, roleCodes);
  }

  private UUID insert(
      String userName, String displayName, String password, List<String> roleCodes) {
    var id = Ids.next();
    db.insertInto(APP_USER)
        .set(APP_USER.ID, id)
        .set(APP_USER.USER_NAME, userName)
        .set(APP_USER.DISPLAY_NAME, displayName)
        .set(APP_USER.PASSWORD_HASH, logIns.hash(password))
        .execute();
    var given =
        db.insertInto(USER_ROLE, USER_ROLE.USER_ID, USER_ROLE.ROLE_ID)
            .select(
                db.select(DSL.val(id), ROLE.ID)
                    .from(ROLE)
                    .where(ROLE.CODE.in(roleCodes))
                    .and(ROLE.DELETED_AT.isNull()))
            .execute();
    if (given != roleCodes.size()) {
      throw CommonProblem.NOT_FOUND.with();
    }
    events.publishEvent(new RecordsChanged(types.in(APP_USER), List.of(id)));
    return id;
  }

  /// Makes a user at the wish of somebody who may; only an administrator makes administrators.
  @Transactional
  Account add(Viewer viewer, NewAccount account) {
    viewer.requirePerson();
    viewer.require(Permission.ADMIN_USERS);
    var roles = account.roles().stream().distinct().toList();
    requireGiven(viewer, account, roles);
    var name = account.userName().strip();
    var shown = account.displayName() == null ? name : account.displayName();
    var password = account.password() == null ? FirstAdministrator.password() : account.password();
    audit.begin(viewer.id(), viewer.channel(), null);
    var id = insert(name, shown, password, roles);
    return new Account(id, name, shown, roles, account.password() == null ? password : null);
  }

  private void requireGiven(Viewer viewer, NewAccount account, List<String> roles) {
    var known =
        db.select(ROLE.CODE, ROLE.ADMINISTRATOR)
            .from(ROLE)
            .where(ROLE.CODE.in(roles))
            .and(ROLE.DELETED_AT.isNull())
            .fetchMap(ROLE.CODE, ROLE.ADMINISTRATOR);
    if (known.size() < roles.size()) {
      throw CommonProblem.INVALID.in(List.of(FieldError.of("roles", "notFound")));
    } else if (known.containsValue(true) && !viewer.administrator()) {
      throw CommonProblem.NOT_ALLOWED.with();
    } else if (named(account.userName().strip()).isPresent()) {
      throw CommonProblem.INVALID.in(List.of(FieldError.of("userName", "taken")));
    }
  }

  /// The active administrator who has been there the longest.
  public Optional<UUID> longestStandingAdministrator() {
    return db.select(APP_USER.ID)
        .from(APP_USER)
        .join(USER_ROLE)
        .on(USER_ROLE.USER_ID.eq(APP_USER.ID))
        .join(ROLE)
        .on(ROLE.ID.eq(USER_ROLE.ROLE_ID))
        .where(ROLE.ADMINISTRATOR)
        .and(ROLE.DELETED_AT.isNull())
        .and(APP_USER.ACTIVE)
        .and(APP_USER.DELETED_AT.isNull())
        .orderBy(APP_USER.CREATED_AT, APP_USER.ID)
        .limit(1)
        .fetchOptional(APP_USER.ID);
  }

  public Optional<UUID> named(String userName) {
    return db.select(APP_USER.ID)
        .from(APP_USER)
        .where(lower(APP_USER.USER_NAME).eq(userName.toLowerCase(Locale.ROOT)))
        .and(APP_USER.DELETED_AT.isNull())
        .fetchOptional(APP_USER.ID);
  }

  @Transactional
  void setPassword(Viewer viewer, UUID id, String password) {
    requireReach(viewer, id);
    audit.begin(viewer.id(), viewer.channel(), null);
    logIns.setPassword(id, password);
    logIns.endAll(id);
  }

  /// Keeps how somebody wants to see Kezhi; what is left out stays as it is.
  @Transactional
  void setPreferences(Viewer viewer, SessionController.Preferences chosen) {
    audit.begin(viewer.id(), viewer.channel(), null);
    db.update(APP_USER)
        .set(APP_USER.LANGUAGE, coalesce(val(chosen.language()), APP_USER.LANGUAGE))
        .set(APP_USER.THEME, coalesce(val(chosen.theme()), APP_USER.THEME))
        .set(APP_USER.DENSITY, coalesce(val(chosen.density()), APP_USER.DENSITY))
        .where(APP_USER.ID.eq(viewer.id()))
        .execute();
  }

  @Transactional
  void setRoles(Viewer viewer, UUID id, List<UUID> roles) {
    requireReach(viewer, id);
    if (!viewer.administrator()
        && db.fetchExists(ROLE, ROLE.ID.in(roles), ROLE.ADMINISTRATOR.isTrue())) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
    var known = db.fetchCount(ROLE, ROLE.ID.in(roles), ROLE.DELETED_AT.isNull());
    if (known != roles.stream().distinct().count()) {
      throw CommonProblem.NOT_FOUND.with();
    }
    audit.begin(viewer.id(), viewer.channel(), null);
    db.deleteFrom(USER_ROLE).where(USER_ROLE.USER_ID.eq(id)).execute();
    for (var role : roles.stream().distinct().toList()) {
      db.insertInto(USER_ROLE, USER_ROLE.USER_ID, USER_ROLE.ROLE_ID).values(id, role).execute();
    }
    administrators.requireOne();
    viewers.forget();
  }

  /// Only an administrator may touch the account of an administrator.
  private void requireReach(Viewer viewer, UUID id) {
    viewer.requirePerson();
    viewer.require(Permission.ADMIN_USERS);
    if (!db.fetchExists(APP_USER, APP_USER.ID.eq(id), APP_USER.DELETED_AT.isNull())) {
      throw CommonProblem.NOT_FOUND.with();
    }
    if (!viewer.administrator() && administrators.include(id)) {
      throw CommonProblem.NOT_ALLOWED.with();
    }
  }
}
