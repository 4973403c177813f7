package org.kezhi.mention;

import java.util.List;
import java.util.UUID;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers who may see a record, for those who see it and want to name somebody.
@RestController
@PreAuthorize("isAuthenticated()")
class ReaderController {

  private final Mentions mentions;
  private final PeopleQueries people;
  private final Policy policy;

  ReaderController(Mentions mentions, PeopleQueries people, Policy policy) {
    this.mentions = mentions;
    this.people = people;
    this.policy = policy;
  }

  /// People who see a record.
  record ReaderList(List<Colleague> items) {}

  @GetMapping("/api/{path}/{id}/readers")
  ReaderList readers(
      Viewer viewer,
      @PathVariable String path,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String q) {
    var type = policy.visible(viewer, path);
    if (!people.isSeen(viewer, type, id)) {
      throw CommonProblem.NOT_FOUND.with();
    }
    return new ReaderList(mentions.readers(type, id, q));
  }
}
