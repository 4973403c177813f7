package org.kezhi.mention;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.notification.Notice;
import org.kezhi.notification.NoticeKind;
import org.kezhi.notification.Notices;
import org.kezhi.notification.Topic;
import org.kezhi.record.ObjectType;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells people that they were named, once for each text, however often it is changed.
@Service
public class Mentions {

  private static final NoticeKind KIND = new NoticeKind("mention", Topic.MENTION, true);
  private static final int EXCERPT = 200;

  private final PeopleQueries people;
  private final Notices notices;

  Mentions(PeopleQueries people, Notices notices) {
    this.people = people;
    this.notices = notices;
  }

  @Bean
  static NoticeKind mentionNotice() {
    return KIND;
  }

  /// A text that belongs to a record.
  ///
  /// @param key what tells it from all other texts
  public record Said(
      ObjectType type, UUID record, String key, @Nullable UUID author, String text) {}

  /// Tells whoever is named in it and may see the record, in the caller's transaction.
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(Said said) {
    if (said.text.indexOf('@') < 0) {
      return;
    }
    var named = Names.in(said.text, people.named(said.text));
    var told = people.whoSee(said.type, said.record, named).stream().map(Colleague::id).toList();
    if (!told.isEmpty()) {
      notices.send(
          Notice.of(KIND, "mention:" + said.key, told)
              .about(said.type.name(), said.record)
              .by(said.author)
              .saying(excerpt(said.text)));
    }
  }

  /// Those whom somebody who sees a record can name: they see it too.
  @Transactional(readOnly = true)
  List<Colleague> readers(ObjectType type, UUID record, String part) {
    return people.whoSee(type, record, people.called(part));
  }

  private static String excerpt(String text) {
    return text.codePointCount(0, text.length()) <= EXCERPT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
  }
}
