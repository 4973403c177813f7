package org.kezhi.notification;

import java.util.List;
import java.util.UUID;
import org.kezhi.access.Viewer;
import org.kezhi.platform.CommonProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells people what happened, and keeps what they have read.
@Service
public class Notices {

  private final NoticeRepository repository;
  private final NoticeStreams streams;
  private final NoticeReader reader;

  Notices(NoticeRepository repository, NoticeStreams streams, NoticeReader reader) {
    this.repository = repository;
    this.streams = streams;
    this.reader = reader;
  }

  /// Tells it to everybody who wants to know, when the caller's transaction commits.
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(Notice notice) {
    if (repository.insert(notice) > 0) {
      tellScreens();
    }
  }

  /// @param ids which; all if there are none
  @Transactional
  void markRead(Viewer viewer, List<UUID> ids) {
    viewer.requireAllScopes();
    repository.markRead(viewer.id(), ids);
    tellScreens();
  }

  @Transactional
  void markUnread(Viewer viewer, UUID id) {
    viewer.requireAllScopes();
    if (!repository.markUnread(viewer.id(), id)) {
      throw CommonProblem.NOT_FOUND.with();
    }
    tellScreens();
  }

  /// Only a record that the viewer may see.
  @Transactional
  void mute(Viewer viewer, String object, UUID id) {
    viewer.requireAllScopes();
    if (reader.titles(viewer, List.of(new Notice.About(object, id))).isEmpty()) {
      throw CommonProblem.NOT_FOUND.with();
    }
    repository.mute(viewer.id(), object, id);
  }

  @Transactional
  void unmute(Viewer viewer, String object, UUID id) {
    viewer.requireAllScopes();
    repository.unmute(viewer.id(), object, id);
  }

  private void tellScreens() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            streams.look();
          }
        });
  }
}
