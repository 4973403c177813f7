package org.kezhi.job;

import java.util.Map;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes down how a job ended and tells it, in one transaction.
@Component
class JobEnds {

  private final JobRepository repository;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<Jobs> jobs;

  JobEnds(JobRepository repository, ApplicationEventPublisher events, ObjectProvider<Jobs> jobs) {
    this.repository = repository;
    this.events = events;
    this.jobs = jobs;
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void done(JobRow job, JobKind kind, JSONB result) {
    var subject = repository.done(job.id(), result);
    follow(job);
    if (kind.isTold()) {
      tell(job, subject, false);
    }
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void failed(JobRow job, @Nullable JobKind kind, String error) {
    var subject = repository.ended(job.id(), "failed", error);
    follow(job);
    if (kind == null || kind.isTold()) {
      tell(job, subject, true);
    }
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void cancelled(JobRow job) {
    repository.ended(job.id(), "cancelled", null);
    follow(job);
  }

  private void follow(JobRow job) {
    if (repository.isWantedAgain(job.id())) {
      jobs.getObject().start(job.kind(), "", Map.of(), null);
    }
  }

  private void tell(JobRow job, String subject, boolean failed) {
    var startedBy = job.createdBy();
    if (startedBy != null) {
      events.publishEvent(new JobEnded(job.id(), job.kind(), subject, startedBy, failed));
    }
  }
}
