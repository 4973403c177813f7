package org.kezhi.notification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Labels;
import org.kezhi.reading.Titles;
import org.kezhi.record.ObjectType;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Component;

/// Says to somebody what they were told. Whoever may not see a record any more learns neither its
/// name nor what happened to it.
@Component
class NoticeReader {

  private final Labels labels;
  private final NoticeArguments arguments;
  private final ObjectTypes types;
  private final Policy policy;
  private final Titles titles;

  NoticeReader(
      Labels labels, NoticeArguments arguments, ObjectTypes types, Policy policy, Titles titles) {
    this.labels = labels;
    this.arguments = arguments;
    this.types = types;
    this.policy = policy;
    this.titles = titles;
  }

  List<Notification> read(Viewer viewer, List<StoredNotice> stored, Locale language) {
    var abouts = stored.stream().flatMap(NoticeReader::about).toList();
    var seen = titles(viewer, abouts);
    var reader = new NoticeArguments.Reader(viewer, language);
    return stored.stream().map(notice -> say(notice, seen, reader)).toList();
  }

  /// The names of the records that the viewer may see.
  Map<UUID, String> titles(Viewer viewer, List<Notice.About> abouts) {
    var wanted = new HashMap<ObjectType, List<UUID>>();
    for (var about : abouts) {
      types
          .named(about.object())
          .filter(type -> policy.maySee(viewer, type))
          .ifPresent(type -> wanted.computeIfAbsent(type, _ -> new ArrayList<>()).add(about.id()));
    }
    return titles.of(viewer, wanted);
  }

  private static Stream<Notice.About> about(StoredNotice notice) {
    return notice.object() == null || notice.recordId() == null
        ? Stream.empty()
        : Stream.of(new Notice.About(notice.object(), notice.recordId()));
  }

  private Notification say(
      StoredNotice notice, Map<UUID, String> seen, NoticeArguments.Reader reader) {
    var language = reader.language();
    var subject = subject(notice, seen);
    var isHidden = notice.recordId() != null && subject == null;
    var actor = notice.actorName() == null ? "" : notice.actorName();
    var text =
        isHidden
            ? labels.text(language, "notice.hidden")
            : labels.text(
                language,
                "notice." + notice.kind() + ".text",
                arguments.read(notice.arguments().data(), actor, reader));
    return new Notification(
        notice.id(),
        notice.kind(),
        notice.topic(),
        text,
        subject,
        isHidden || notice.actorId() == null || notice.actorName() == null
            ? null
            : new Notification.Author(notice.actorId(), notice.actorName()),
        notice.createdAt(),
        notice.readAt() != null,
        notice.muted());
  }

  private static Notification.@Nullable Subject subject(
      StoredNotice notice, Map<UUID, String> seen) {
    var id = notice.recordId();
    var object = notice.object();
    var title = id == null ? null : seen.get(id);
    return id == null || object == null || title == null
        ? null
        : new Notification.Subject(object, id, title);
  }
}
