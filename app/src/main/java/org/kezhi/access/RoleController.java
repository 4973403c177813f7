package org.kezhi.access;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Shows and sets what a role allows.
@RestController
@RequestMapping("/api/roles/{id}/rights")
@PreAuthorize("isAuthenticated()")
class RoleController {

  private final Roles roles;

  RoleController(Roles roles) {
    this.roles = roles;
  }

  @GetMapping
  RoleRights getRoleRights(Viewer viewer, @PathVariable UUID id) {
    viewer.require(Permission.ADMIN_USERS);
    return roles.rights(id);
  }

  @PutMapping
  RoleRights setRoleRights(
      Viewer viewer, @PathVariable UUID id, @Valid @RequestBody RoleRights rights) {
    return roles.setRights(viewer, id, rights);
  }
}
