package org.kezhi.access;

import static org.kezhi.db.Tables.ROLE;
import static org.kezhi.db.Tables.USER_ROLE;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Gives users their password and their roles.
@RestController
@RequestMapping("/api/users/{id}")
@PreAuthorize("isAuthenticated()")
class UserController {

  private final Users users;
  private final DSLContext db;

  UserController(Users users, DSLContext db) {
    this.users = users;
    this.db = db;
  }

  @PutMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setUserPassword(
      Viewer viewer, @PathVariable UUID id, @Valid @RequestBody NewPassword command) {
    users.setPassword(viewer, id, command.newPassword());
  }

  @GetMapping("/roles")
  RoleList getUserRoles(Viewer viewer, @PathVariable UUID id) {
    viewer.require(Permission.ADMIN_USERS);
    return new RoleList(
        db.select(ROLE.ID, ROLE.NAME)
            .from(USER_ROLE)
            .join(ROLE)
            .on(ROLE.ID.eq(USER_ROLE.ROLE_ID))
            .where(USER_ROLE.USER_ID.eq(id))
            .orderBy(ROLE.NAME)
            .fetch(row -> new RoleRef(row.value1(), row.value2())));
  }

  @PutMapping("/roles")
  @Transactional
  public RoleList setUserRoles(
      Viewer viewer, @PathVariable UUID id, @Valid @RequestBody SetRoles command) {
    users.setRoles(viewer, id, command.roles());
    return getUserRoles(viewer, id);
  }

  /// A password set by an administrator.
  record NewPassword(@NotNull @Size(min = 10, max = 1000) String newPassword) {}

  /// All roles that a user shall have.
  record SetRoles(@NotNull List<UUID> roles) {}

  /// The roles of a user.
  record RoleList(List<RoleRef> roles) {}

  /// A role by id and name.
  record RoleRef(UUID id, String title) {}
}
