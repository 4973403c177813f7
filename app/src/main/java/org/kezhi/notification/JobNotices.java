package org.kezhi.notification;

import java.util.List;
import org.kezhi.job.JobEnded;
import org.kezhi.platform.Ids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells whoever started work in the background that it is done or has failed.
@Component
class JobNotices {

  private static final NoticeKind DONE = new NoticeKind("jobDone", Topic.WORK, false);
  private static final NoticeKind FAILED = new NoticeKind("jobFailed", Topic.WORK, true);

  private final Notices notices;

  JobNotices(Notices notices) {
    this.notices = notices;
  }

  @Bean
  static NoticeKind jobDone() {
    return DONE;
  }

  @Bean
  static NoticeKind jobFailed() {
    return FAILED;
  }

  /// A job ends once for each time that somebody lets it go on.
  @EventListener
  void on(JobEnded job) {
    var work = Wording.of("job." + job.kind(), job.subject());
    notices.send(
        Notice.of(
                job.failed() ? FAILED : DONE,
                "job:" + job.id() + ":" + Ids.next(),
                List.of(job.startedBy()))
            .saying(work));
  }
}
