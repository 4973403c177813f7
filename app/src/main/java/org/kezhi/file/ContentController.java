package org.kezhi.file;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Hands contents out in such a way that a browser never takes one for a page of Kezhi: to be
/// saved, as a picture that was drawn anew, or as a PDF in a frame that may do nothing.
@RestController
@RequestMapping("/api/files/{id}")
@PreAuthorize("isAuthenticated()")
class ContentController {

  private static final String NOTHING = "default-src 'none'; sandbox; frame-ancestors 'none'";

  /// The viewer of the browser does not work in a sandbox of ours; it brings its own.
  private static final String ONLY_ITSELF =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' blob: data:; "
          + "object-src 'self'; frame-ancestors 'self'";

  private final AttachmentQueries files;
  private final ContentStore store;
  private final Pictures pictures;

  ContentController(AttachmentQueries files, ContentStore store, Pictures pictures) {
    this.files = files;
    this.store = store;
    this.pictures = pictures;
  }

  @GetMapping("/content")
  ResponseEntity<Resource> downloadFile(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer number) {
    var version = version(viewer, id, number);
    return guarded(version, NOTHING)
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(version.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(store.get(version.sha256()));
  }

  @GetMapping("/picture")
  ResponseEntity<Resource> showPicture(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer number,
      @RequestParam(defaultValue = "false") boolean large) {
    var version = version(viewer, id, number);
    var picture = pictures.of(version, large);
    return guarded(version, NOTHING)
        .contentType(Pictures.type(picture))
        .body(new FileSystemResource(picture));
  }

  @GetMapping("/pdf")
  ResponseEntity<Resource> showPdf(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer number) {
    var version = version(viewer, id, number);
    if (!ContentTypes.PDF.equals(version.type())) {
      throw FileProblem.NO_PREVIEW.with();
    }
    var content = store.get(version.sha256());
    return guarded(version, ONLY_ITSELF)
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            "Content-Disposition",
            ContentDisposition.inline()
                .filename(version.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }

  private AttachedFile.Version version(Viewer viewer, UUID id, @Nullable Integer number) {
    return files.reach(viewer, id).present().version(number);
  }

  /// Whoever has seen it may keep it, but asks each time whether they still may see it.
  private static ResponseEntity.BodyBuilder guarded(AttachedFile.Version version, String policy) {
    return ResponseEntity.ok()
        .eTag("\"" + version.sha256() + "\"")
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", policy)
        .header("Cross-Origin-Resource-Policy", "same-origin");
  }
}
