package org.kezhi.duplicate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.job.Jobs;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Tells people of records that may be the same, and takes their word for those that are not.
@RestController
@RequestMapping("/api")
@PreAuthorize("isAuthenticated()")
class DuplicateController {

  private final LiveCheck check;
  private final ReviewQueue queue;
  private final Policy policy;
  private final Jobs jobs;

  DuplicateController(LiveCheck check, ReviewQueue queue, Policy policy, Jobs jobs) {
    this.check = check;
    this.queue = queue;
    this.policy = policy;
    this.jobs = jobs;
  }

  /// What somebody has typed so far.
  ///
  /// @param id the record that is being edited, if it is there already
  record DuplicateQuestion(@Nullable UUID id, @NotNull Map<String, @Nullable Object> values) {}

  /// Records that are probably the one that somebody is about to make.
  record DuplicateHitList(List<DuplicateHit> items) {}

  @PostMapping("/{path}/duplicates")
  DuplicateHitList duplicatesOf(
      Viewer viewer, @PathVariable String path, @Valid @RequestBody DuplicateQuestion question) {
    return new DuplicateHitList(
        check.find(viewer, policy.visible(viewer, path), question.values(), question.id()));
  }

  @GetMapping("/{path}/duplicates")
  ReviewQueue.DuplicateGroupList duplicates(
      Viewer viewer,
      @PathVariable String path,
      @RequestParam(required = false) @Nullable String cursor) {
    return queue.list(viewer, policy.visible(viewer, path), cursor);
  }

  /// Records that somebody has looked at and found to be different.
  record DifferentRecords(@NotNull @Size(min = 2, max = 20) List<@NotNull UUID> records) {}

  @PostMapping("/{path}/duplicates/dismissals")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void dismissDuplicatesOf(
      Viewer viewer, @PathVariable String path, @Valid @RequestBody DifferentRecords different) {
    queue.dismiss(viewer, policy.visible(viewer, path), different.records());
  }

  @PostMapping("/duplicate-scans")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void startDuplicateScan(Viewer viewer) {
    viewer.require(Permission.ADMIN_JOBS);
    jobs.startUnlessUnderWay(DuplicateScan.NAME);
  }
}
