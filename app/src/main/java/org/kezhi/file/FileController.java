package org.kezhi.file;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.kezhi.record.SeenVersion;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Shows and changes the files of a record; the right to the record decides.
@RestController
@PreAuthorize("isAuthenticated()")
class FileController {

  private final Attachments files;
  private final AttachmentQueries queries;
  private final LargestFile largest;
  private final AuditContext audit;
  private final Policy policy;

  FileController(
      Attachments files,
      AttachmentQueries queries,
      LargestFile largest,
      AuditContext audit,
      Policy policy) {
    this.files = files;
    this.queries = queries;
    this.largest = largest;
    this.audit = audit;
    this.policy = policy;
  }

  @GetMapping("/api/{path}/{id}/files")
  AttachmentQueries.FileList files(
      Viewer viewer, @PathVariable String path, @PathVariable UUID id) {
    return queries.of(viewer, policy.visible(viewer, path), id);
  }

  @GetMapping("/api/files/{id}")
  AttachedFile getFile(Viewer viewer, @PathVariable UUID id) {
    return queries.reach(viewer, id).present();
  }

  @PatchMapping("/api/files/{id}")
  AttachedFile updateFile(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestBody ChangeFile wanted) {
    files.change(viewer, id, SeenVersion.of(version), wanted);
    return getFile(viewer, id);
  }

  @DeleteMapping("/api/files/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeFile(Viewer viewer, @PathVariable UUID id) {
    files.remove(viewer, id);
  }

  @PutMapping("/api/files/{id}/restoration")
  AttachedFile bringFileBack(Viewer viewer, @PathVariable UUID id) {
    files.restore(viewer, id);
    return getFile(viewer, id);
  }

  /// What the company has chosen about files.
  ///
  /// @param largest how many bytes a file may have
  record FileSettings(@Min(LargestFile.LEAST) @Max(LargestFile.MOST) long largest) {}

  @GetMapping("/api/file-settings")
  FileSettings getFileSettings() {
    return new FileSettings(largest.bytes());
  }

  @PutMapping("/api/file-settings")
  @Transactional
  public FileSettings setFileSettings(Viewer viewer, @Valid @RequestBody FileSettings wanted) {
    viewer.require(Permission.ADMIN_SETTINGS);
    audit.begin(viewer.id(), viewer.channel(), null);
    largest.set(wanted.largest());
    return getFileSettings();
  }
}
