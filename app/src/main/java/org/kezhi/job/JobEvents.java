package org.kezhi.job;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells a browser how a job goes on, until it is over. The job's row is looked at again and again,
/// so that it does not matter on which node the work is done.
@Component
class JobEvents {

  private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(400);
  private static final Duration AT_MOST = Duration.ofMinutes(30);
  private static final int SIGN_OF_LIFE_EVERY = 25;

  private final JobQueries queries;

  JobEvents(JobQueries queries) {
    this.queries = queries;
  }

  SseEmitter watch(Viewer viewer, Locale language, UUID id) {
    var emitter = new SseEmitter(AT_MOST.toMillis());
    var watcher =
        Thread.ofVirtual()
            .name("job-events-" + id)
            .unstarted(() -> follow(emitter, viewer, language, id));
    emitter.onCompletion(watcher::interrupt);
    emitter.onTimeout(watcher::interrupt);
    emitter.onError(_ -> watcher.interrupt());
    watcher.start();
    return emitter;
  }

  private void follow(SseEmitter emitter, Viewer viewer, Locale language, UUID id) {
    try {
      @Nullable Job last = null;
      for (var looks = 1; last == null || !last.isOver(); looks++) {
        var job = look(viewer, language, id, last);
        if (job == null) {
          break;
        } else if (!job.equals(last)) {
          emitter.send(SseEmitter.event().name("job").data(job, MediaType.APPLICATION_JSON));
        } else if (looks % SIGN_OF_LIFE_EVERY == 0) {
          emitter.send(SseEmitter.event().comment("waiting"));
        }
        last = job;
        Thread.sleep(LOOK_EVERY);
      }
      emitter.complete();
    } catch (IOException | IllegalStateException | InterruptedException gone) {
      LOG.debug("Nobody watches job {} any more: {}", id, gone.toString());
    }
  }

  /// While the database is away, nothing changes for those who watch.
  private @Nullable Job look(Viewer viewer, Locale language, UUID id, @Nullable Job last) {
    try {
      return queries.find(viewer, language, id).orElse(null);
    } catch (DataAccessException | CannotCreateTransactionException away) {
      LOG.debug("Job {} cannot be read at the moment: {}", id, away.toString());
      return last;
    }
  }
}
