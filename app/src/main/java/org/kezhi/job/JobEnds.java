package org.kezhi.job;

import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes down how a job ended and tells it, in one transaction.
@Component
class JobEnds {

  private final JobRepository repository;
  private final ApplicationEventPublisher events;

  JobEnds(JobRepository repository, ApplicationEventPublisher events) {
    this.repository = repository;
    this.events = events;
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void done(JobRow job, JobKind kind, JSONB result) {
    var subject = repository.done(job.id(), result);
    if (kind.isTold()) {
      tell(job, subject, false);
    }
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void failed(JobRow job, @Nullable JobKind kind, String error) {
    var subject = repository.ended(job.id(), "failed", error);
    if (kind == null || kind.isTold()) {
      tell(job, subject, true);
    }
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void cancelled(UUID id) {
    repository.ended(id, "cancelled", null);
  }

  private void tell(JobRow job, String subject, boolean failed) {
    var startedBy = job.createdBy();
    if (startedBy != null) {
      events.publishEvent(new JobEnded(job.id(), job.kind(), subject, startedBy, failed));
    }
  }
}
