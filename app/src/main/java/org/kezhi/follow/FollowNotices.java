package org.kezhi.follow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.audit.AuditContext;
import org.kezhi.follow.FollowRepository.Change;
import org.kezhi.notification.FieldNames;
import org.kezhi.notification.Notice;
import org.kezhi.notification.NoticeKind;
import org.kezhi.notification.Notices;
import org.kezhi.notification.Wording;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.kezhi.record.RecordsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells those who follow or own a record what others do to it, in the transaction that does it. A
/// bulk run tells everybody once, however many records it writes.
@Component
class FollowNotices {

  private final FollowRepository repository;
  private final Notices notices;
  private final AuditContext audit;
  private final WrittenChange written;
  private final ObjectTypes types;

  FollowNotices(
      FollowRepository repository,
      Notices notices,
      AuditContext audit,
      WrittenChange written,
      ObjectTypes types) {
    this.repository = repository;
    this.notices = notices;
    this.audit = audit;
    this.written = written;
    this.types = types;
  }

  @EventListener
  void on(RecordsChanged change) {
    var act = audit.current();
    if (act.run() != null) {
      tellOfRun(change, act.run(), act.actor());
    } else if (change.ids().size() == 1) {
      var id = change.ids().getFirst();
      repository
          .change(change.type(), id)
          .ifPresent(found -> tell(new Event(change.type(), id, found, act.actor())));
    }
  }

  /// What somebody did to one record.
  private record Event(ObjectType type, UUID id, Change change, @Nullable UUID actor) {}

  private void tellOfRun(RecordsChanged change, UUID run, @Nullable UUID actor) {
    var type = change.type();
    notices.send(
        Notice.of(
                FollowConfiguration.BULK,
                "run:" + run + ":" + type.name(),
                repository.concerned(type, change.ids()))
            .by(actor)
            .saying(Wording.of("object." + type.name() + ".plural")));
  }

  private void tell(Event event) {
    switch (event.change().action()) {
      case "create" -> {
        tellOwner(event, repository.concerned(event.type(), List.of(event.id())));
        tellOfEntry(event);
      }
      case "update" -> tellOfUpdate(event);
      case "delete" -> notices.send(notice(event, FollowConfiguration.DELETED, everybody(event)));
      case "restore" -> notices.send(notice(event, FollowConfiguration.RESTORED, everybody(event)));
      default -> {}
    }
  }

  /// What the program keeps up by itself, or what somebody may not see, is no change for them.
  private void tellOfUpdate(Event event) {
    var type = event.type();
    var changes = event.change().changes();
    var newOwner = written.newOwner(type, changes);
    if (newOwner != null) {
      tellOwner(event, Set.of(newOwner));
    }
    var fields = written.fields(type, changes);
    var others = new HashSet<>(everybody(event));
    others.remove(newOwner);
    others.removeIf(user -> !written.seesAny(user, type, fields));
    var notice = notice(event, FollowConfiguration.CHANGED, others);
    notices.send(notice.saying(new FieldNames(type.name(), fields)));
  }

  private void tellOwner(Event event, Set<UUID> owners) {
    notices.send(notice(event, FollowConfiguration.OWNED, owners));
  }

  /// Whoever follows a customer is told of a new call with it.
  private void tellOfEntry(Event event) {
    for (var reference : event.type().timelineReferences()) {
      var target = types.target(reference);
      repository
          .referred(event.type(), reference.column().coerce(UUID.class), event.id())
          .ifPresent(id -> notices.send(entry(event, target, id)));
    }
  }

  private Notice entry(Event event, ObjectType target, UUID id) {
    var concerned = repository.concerned(target, List.of(id));
    return Notice.of(
            FollowConfiguration.ADDED, "added:" + event.change().id() + ":" + id, concerned)
        .about(target.name(), id)
        .by(event.actor())
        .saying(Wording.of("object." + event.type().name()));
  }

  private Set<UUID> everybody(Event event) {
    return repository.concerned(event.type(), List.of(event.id()));
  }

  private static Notice notice(Event event, NoticeKind kind, Set<UUID> recipients) {
    return Notice.of(kind, kind.name() + ":" + event.change().id(), recipients)
        .about(event.type().name(), event.id())
        .by(event.actor());
  }
}
