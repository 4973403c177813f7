package org.kezhi.writing;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.ObjectType;
import org.kezhi.record.SeenVersion;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Creates, changes, deletes and restores records of every kind.
@RestController
@RequestMapping("/api/{path}")
@PreAuthorize("isAuthenticated()")
class RecordWriteController {

  private final Records records;
  private final RecordQueries queries;
  private final Policy policy;
  private final RepeatedCreation repeated;

  RecordWriteController(
      Records records, RecordQueries queries, Policy policy, RepeatedCreation repeated) {
    this.records = records;
    this.queries = queries;
    this.policy = policy;
    this.repeated = repeated;
  }

  @PostMapping
  ResponseEntity<Map<String, @Nullable Object>> create(
      Viewer viewer,
      @PathVariable String path,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Map<String, @Nullable Object> body) {
    var type = policy.visible(viewer, path);
    var id = repeated.once(viewer, type, key, body);
    var created = queries.find(viewer, type, id).orElse(Map.of("id", id));
    return ResponseEntity.created(URI.create("/api/" + path + "/" + id))
        .eTag(tag(created))
        .body(created);
  }

  @PatchMapping("/{id}")
  ResponseEntity<Map<String, @Nullable Object>> update(
      Viewer viewer,
      @PathVariable String path,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestBody Map<String, @Nullable Object> changes) {
    var type = policy.visible(viewer, path);
    records.update(viewer, target(type, id, version), changes);
    return answer(viewer, type, id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      Viewer viewer,
      @PathVariable String path,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
    records.delete(viewer, target(policy.visible(viewer, path), id, version));
  }

  @PutMapping("/{id}/restoration")
  ResponseEntity<Map<String, @Nullable Object>> restore(
      Viewer viewer, @PathVariable String path, @PathVariable UUID id) {
    var type = policy.visible(viewer, path);
    records.restore(viewer, type, id);
    return answer(viewer, type, id);
  }

  /// The record as it is now; somebody who has just given it away no longer sees it.
  private ResponseEntity<Map<String, @Nullable Object>> answer(
      Viewer viewer, ObjectType type, UUID id) {
    var record = queries.find(viewer, type, id).orElse(Map.of("id", id));
    return ResponseEntity.ok().eTag(tag(record)).body(record);
  }

  private static String tag(Map<String, @Nullable Object> record) {
    return "\"" + record.getOrDefault("version", 0) + "\"";
  }

  private static Records.Target target(ObjectType type, UUID id, @Nullable String version) {
    return new Records.Target(type, id, SeenVersion.of(version));
  }
}
