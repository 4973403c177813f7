package org.kezhi.notification;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Viewer;
import org.kezhi.record.ObjectTypes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What somebody has not read and wants in the mail of the morning, each notice in one mail only.
@Service
public class MorningNotices {

  private static final int MOST = 50;

  private final NoticeRepository repository;
  private final NoticeQueries queries;
  private final NoticeReader reader;
  private final ObjectTypes types;

  MorningNotices(
      NoticeRepository repository, NoticeQueries queries, NoticeReader reader, ObjectTypes types) {
    this.repository = repository;
    this.queries = queries;
    this.reader = reader;
    this.types = types;
  }

  /// @param title the record that it is about
  /// @param path where the record is found
  public record Told(@Nullable String title, String text, @Nullable String path) {}

  /// Takes them: the caller's transaction puts them into a mail.
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Told> take(Viewer viewer, Locale language) {
    var found = queries.unmailed(viewer.id(), MOST);
    repository.mailed(viewer.id());
    return reader.read(viewer, found, language).stream().map(this::told).toList();
  }

  private Told told(Notification notice) {
    var record = notice.record();
    if (record == null) {
      return new Told(null, notice.text(), null);
    }
    var path =
        types.named(record.object()).map(type -> type.path() + "/" + record.id()).orElse(null);
    return new Told(record.title(), notice.text(), path);
  }
}
