package org.kezhi.notification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Labels;
import org.kezhi.platform.ProblemAnswers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets everybody say what they want to be told, and by which way.
@RestController
@RequestMapping("/api/notifications")
@PreAuthorize("isAuthenticated()")
class NoticeSettingsController {

  private final ObjectProvider<NoticeKind> kinds;
  private final NoticeQueries queries;
  private final NoticeRepository repository;
  private final Notices notices;
  private final NoticeReader reader;
  private final Labels labels;

  NoticeSettingsController(
      ObjectProvider<NoticeKind> kinds,
      NoticeQueries queries,
      NoticeRepository repository,
      Notices notices,
      NoticeReader reader,
      Labels labels) {
    this.kinds = kinds;
    this.queries = queries;
    this.repository = repository;
    this.notices = notices;
    this.reader = reader;
    this.labels = labels;
  }

  /// What somebody is told and by which ways.
  record NotificationSettings(List<NotificationSetting> items) {}

  /// By which ways somebody is told of one kind of event.
  record NotificationSetting(
      String kind, String topic, String label, boolean inApp, boolean byMail) {}

  /// The ways that somebody chooses for some kinds.
  record NotificationChoices(@NotNull @Size(max = 100) List<@Valid NotificationChoice> items) {}

  /// The ways that somebody chooses for one kind.
  record NotificationChoice(@NotNull String kind, boolean inApp, boolean byMail) {}

  /// The records of whose changes somebody does not want to be told.
  record MutedRecords(List<Notification.Subject> items) {}

  @GetMapping("/settings")
  NotificationSettings getNotificationSettings(Viewer viewer, HttpServletRequest request) {
    viewer.requireAllScopes();
    return settings(viewer.id(), ProblemAnswers.language(request));
  }

  @PutMapping("/settings")
  @Transactional
  public NotificationSettings setNotificationSettings(
      Viewer viewer, HttpServletRequest request, @Valid @RequestBody NotificationChoices wanted) {
    viewer.requireAllScopes();
    for (var choice : wanted.items()) {
      if (kinds.stream().anyMatch(kind -> kind.name().equals(choice.kind()))) {
        repository.choose(viewer.id(), choice.kind(), choice.inApp(), choice.byMail());
      }
    }
    return settings(viewer.id(), ProblemAnswers.language(request));
  }

  @GetMapping("/mutes")
  MutedRecords listMutedRecords(Viewer viewer) {
    viewer.requireAllScopes();
    var muted = queries.muted(viewer.id());
    var titles = reader.titles(viewer, muted);
    return new MutedRecords(
        muted.stream()
            .filter(about -> titles.containsKey(about.id()))
            .map(about ->
                new Notification.Subject(
                    about.object(), about.id(), titles.getOrDefault(about.id(), "")))
            .toList());
  }

  @PutMapping("/mutes/{object}/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void muteRecord(Viewer viewer, @PathVariable String object, @PathVariable UUID id) {
    notices.mute(viewer, object, id);
  }

  @DeleteMapping("/mutes/{object}/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unmuteRecord(Viewer viewer, @PathVariable String object, @PathVariable UUID id) {
    notices.unmute(viewer, object, id);
  }

  private NotificationSettings settings(UUID user, Locale language) {
    var chosen = queries.chosen(user);
    return new NotificationSettings(
        kinds.stream()
            .sorted(Comparator.comparing(NoticeKind::topic).thenComparing(NoticeKind::name))
            .map(kind -> {
              var choice =
                  chosen.getOrDefault(kind.name(), new NoticeQueries.Choice(true, kind.byMail()));
              return new NotificationSetting(
                  kind.name(),
                  kind.topic().code(),
                  labels.text(language, "notice." + kind.name()),
                  choice.inApp(),
                  choice.byMail());
            })
            .toList());
  }
}
