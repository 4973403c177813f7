package org.kezhi.mapping;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets people keep the choices of their imports for the next file of that kind.
@RestController
@RequestMapping("/api/import-mappings")
@PreAuthorize("isAuthenticated()")
class MappingController {

  private final Mappings mappings;

  MappingController(Mappings mappings) {
    this.mappings = mappings;
  }

  /// The mappings that somebody may use, their own first.
  record MappingList(List<SavedMapping> items) {}

  @GetMapping
  MappingList listImportMappings(
      Viewer viewer, @RequestParam(required = false) @Nullable String object) {
    return new MappingList(mappings.list(viewer, object));
  }

  @PostMapping
  ResponseEntity<SavedMapping> saveImportMapping(
      Viewer viewer, @Valid @RequestBody SaveMapping wanted) {
    var id = mappings.save(viewer, wanted);
    return ResponseEntity.created(URI.create("/api/import-mappings/" + id))
        .body(mappings.get(viewer, id));
  }

  @GetMapping("/{id}")
  SavedMapping getImportMapping(Viewer viewer, @PathVariable UUID id) {
    return mappings.get(viewer, id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteImportMapping(Viewer viewer, @PathVariable UUID id) {
    mappings.delete(viewer, id);
  }
}
