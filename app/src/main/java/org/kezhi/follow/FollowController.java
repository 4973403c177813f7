package org.kezhi.follow;

import java.util.List;
import java.util.UUID;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.kezhi.reading.RecordQueries;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets people put stars on records that they may see.
@RestController
@RequestMapping("/api/follows")
@PreAuthorize("isAuthenticated()")
class FollowController {

  private final FollowRepository repository;
  private final RecordQueries records;
  private final ObjectTypes types;
  private final Policy policy;

  FollowController(
      FollowRepository repository, RecordQueries records, ObjectTypes types, Policy policy) {
    this.repository = repository;
    this.records = records;
    this.types = types;
    this.policy = policy;
  }

  /// The records of a kind that somebody follows.
  record FollowedRecords(List<UUID> items) {}

  /// Who follows a record, and whether the viewer does.
  record Followers(boolean following, List<Follower> items) {}

  /// Somebody who follows a record.
  record Follower(UUID id, String title) {}

  @GetMapping
  FollowedRecords listFollowedRecords(Viewer viewer, @RequestParam String object) {
    viewer.requireAllScopes();
    return new FollowedRecords(repository.followed(viewer.id(), object));
  }

  @GetMapping("/{object}/{id}")
  Followers listFollowers(Viewer viewer, @PathVariable String object, @PathVariable UUID id) {
    var type = visible(viewer, object, id);
    var followers = repository.followers(type.name(), id);
    var following = followers.stream().anyMatch(follower -> follower.id().equals(viewer.id()));
    return new Followers(following, followers);
  }

  @PutMapping("/{object}/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void followRecord(Viewer viewer, @PathVariable String object, @PathVariable UUID id) {
    repository.follow(viewer.id(), visible(viewer, object, id).name(), id);
  }

  @DeleteMapping("/{object}/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void unfollowRecord(Viewer viewer, @PathVariable String object, @PathVariable UUID id) {
    viewer.requireAllScopes();
    repository.unfollow(viewer.id(), object, id);
  }

  private ObjectType visible(Viewer viewer, String object, UUID id) {
    viewer.requireAllScopes();
    return types
        .named(object)
        .filter(type -> policy.maySee(viewer, type))
        .filter(type -> records.find(viewer, type, id).isPresent())
        .orElseThrow(() -> CommonProblem.NOT_FOUND.with());
  }
}
