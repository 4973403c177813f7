package org.kezhi.recycle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.kezhi.access.Permission;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets people erase what was deleted, and say for how long it is kept.
@RestController
@RequestMapping("/api/recycle-bin")
@PreAuthorize("isAuthenticated()")
class RecycleBinController {

  private final Erasure erasure;
  private final Retention retention;
  private final AuditContext audit;

  RecycleBinController(Erasure erasure, Retention retention, AuditContext audit) {
    this.erasure = erasure;
    this.retention = retention;
    this.audit = audit;
  }

  /// For how many days deleted records are kept.
  record RecycleBin(@Min(Retention.LEAST) @Max(Retention.MOST) int days) {}

  @GetMapping
  RecycleBin getRecycleBin() {
    return new RecycleBin(retention.days());
  }

  @PutMapping
  @Transactional
  public RecycleBin setRecycleBin(Viewer viewer, @Valid @RequestBody RecycleBin wanted) {
    viewer.require(Permission.ADMIN_SETTINGS);
    audit.begin(viewer.id(), viewer.channel(), null);
    retention.keep(wanted.days());
    return getRecycleBin();
  }

  @DeleteMapping("/{object}/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void eraseRecord(Viewer viewer, @PathVariable String object, @PathVariable UUID id) {
    erasure.erase(viewer, object, id);
  }
}
