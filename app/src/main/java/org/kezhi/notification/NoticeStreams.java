package org.kezhi.notification;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open screens that there is something new. One statement every two seconds is enough for
/// all of them on this node, whichever node has written the notice; what was written here is told
/// at once. Screens learn a number and no more, and ask for the rest.
@Component
class NoticeStreams implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeStreams.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final NoticeQueries queries;
  private final Set<NoticeStream> open = ConcurrentHashMap.newKeySet();
  private final Semaphore news = new Semaphore(0);
  private volatile @Nullable Thread teller;

  NoticeStreams(NoticeQueries queries) {
    this.queries = queries;
  }

  /// Begins with how it is now.
  SseEmitter open(UUID user, Duration atMost) {
    var stream = new NoticeStream(user, new SseEmitter(Math.max(1, atMost.toMillis())));
    stream.whenOver(() -> open.remove(stream));
    open.add(stream);
    stream.begin(queries.unread(Set.of(user)).get(user), atMost.isZero());
    return stream.emitter();
  }

  /// Looks now and not in a while.
  void look() {
    news.release();
  }

  /// The thread works as long as it is the one that is known: it must be known before it begins.
  @Override
  public void start() {
    var telling = Thread.ofVirtual().name("notice-streams").unstarted(this::tellAllTheTime);
    teller = telling;
    telling.start();
  }

  /// Ends all streams before the server waits for requests that are still open.
  @Override
  public void stop() {
    var telling = teller;
    teller = null;
    if (telling != null) {
      telling.interrupt();
    }
    open.forEach(NoticeStream::end);
  }

  @Override
  public boolean isRunning() {
    return teller != null;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  private void tellAllTheTime() {
    try {
      while (isRunning()) {
        if (news.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
        tell();
      }
    } catch (InterruptedException over) {
      LOG.debug("No more is told to screens");
    }
  }

  /// While the database is away, nothing changes for those who watch.
  private void tell() {
    var streams = Set.copyOf(open);
    if (streams.isEmpty()) {
      return;
    }
    try {
      var users = streams.stream().map(NoticeStream::user).collect(Collectors.toSet());
      var unread = queries.unread(users);
      streams.forEach(stream -> stream.tell(unread.get(stream.user())));
    } catch (DataAccessException | CannotCreateTransactionException away) {
      LOG.debug("What is new cannot be read at the moment: {}", away.toString());
    }
  }
}
