package org.kezhi.notification;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open screen, and what it was told last.
final class NoticeStream {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeStream.class);
  private static final int SIGN_OF_LIFE_EVERY = 10;

  private final UUID user;
  private final SseEmitter emitter;
  private final ReentrantLock writing = new ReentrantLock();
  private @Nullable Unread last;
  private int silent;

  NoticeStream(UUID user, SseEmitter emitter) {
    this.user = user;
    this.emitter = emitter;
  }

  UUID user() {
    return user;
  }

  SseEmitter emitter() {
    return emitter;
  }

  void whenOver(Runnable then) {
    emitter.onCompletion(then);
    emitter.onTimeout(then);
    emitter.onError(_ -> then.run());
  }

  void begin(@Nullable Unread unread, boolean once) {
    if (unread != null) {
      send(unread);
    }
    if (unread == null || once) {
      emitter.complete();
    }
  }

  /// Tells what is new, without waiting for a screen that reads slowly; ends the stream of somebody
  /// who may not log in any more.
  void tell(@Nullable Unread unread) {
    if (unread == null) {
      end();
    } else {
      Thread.startVirtualThread(() -> send(unread));
    }
  }

  void end() {
    Thread.startVirtualThread(() -> {
      writing.lock();
      try {
        emitter.complete();
      } finally {
        writing.unlock();
      }
    });
  }

  private void send(Unread unread) {
    if (!writing.tryLock()) {
      return;
    }
    try {
      if (!unread.equals(last)) {
        emitter.send(SseEmitter.event().name("unread").data(unread, MediaType.APPLICATION_JSON));
        silent = 0;
      } else if (++silent % SIGN_OF_LIFE_EVERY == 0) {
        emitter.send(SseEmitter.event().comment("waiting"));
      }
      last = unread;
    } catch (IOException | IllegalStateException gone) {
      LOG.debug("A screen of {} is gone: {}", user, gone.toString());
    } finally {
      writing.unlock();
    }
  }
}
