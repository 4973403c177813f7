package org.kezhi.file;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Takes files in: announced first, then sent in as many pieces as the line allows.
@RestController
@PreAuthorize("isAuthenticated()")
class UploadController {

  private final FileUploads uploads;
  private final Policy policy;

  UploadController(FileUploads uploads, Policy policy) {
    this.uploads = uploads;
    this.policy = policy;
  }

  /// What somebody has begun to send for a record and not finished.
  record UploadList(List<FileUpload> items) {}

  @GetMapping("/api/{path}/{id}/uploads")
  UploadList uploads(Viewer viewer, @PathVariable String path, @PathVariable UUID id) {
    return new UploadList(uploads.unfinished(viewer, policy.visible(viewer, path), id));
  }

  @PostMapping("/api/uploads")
  @ResponseStatus(HttpStatus.CREATED)
  FileUpload createUpload(Viewer viewer, @Valid @RequestBody CreateUpload wanted) {
    return uploads.begin(viewer, wanted);
  }

  @GetMapping("/api/uploads/{id}")
  FileUpload getUpload(Viewer viewer, @PathVariable UUID id) {
    return uploads.get(viewer, id);
  }

  @PutMapping("/api/uploads/{id}/content")
  FileUpload sendPiece(
      Viewer viewer,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam long offset,
      InputStream bytes) {
    var piece = new FileUploads.Piece(offset, request.getContentLengthLong(), bytes);
    return uploads.receive(viewer, id, piece);
  }

  @DeleteMapping("/api/uploads/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancelUpload(Viewer viewer, @PathVariable UUID id) {
    uploads.cancel(viewer, id);
  }
}
