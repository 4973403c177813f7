package org.kezhi.notification;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What shall be told to whom.
///
/// @param key what the event is, such as `comment:<id>`: nobody is told the same event twice
/// @param by who caused it; is not told
/// @param arguments what stands in the text: texts, numbers, dates, instants and wordings
public record Notice(
    NoticeKind kind,
    String key,
    Set<UUID> recipients,
    @Nullable About about,
    @Nullable UUID by,
    List<Object> arguments) {

  /// The record that it is about.
  public record About(String object, UUID id) {}

  public static Notice of(NoticeKind kind, String key, Collection<UUID> recipients) {
    return new Notice(kind, key, Set.copyOf(recipients), null, null, List.of());
  }

  public Notice about(String object, UUID id) {
    return new Notice(kind, key, recipients, new About(object, id), by, arguments);
  }

  public Notice by(@Nullable UUID actor) {
    return new Notice(kind, key, recipients, about, actor, arguments);
  }

  public Notice saying(Object... said) {
    return new Notice(kind, key, recipients, about, by, List.of(said));
  }
}
