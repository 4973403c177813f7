package org.kezhi.digest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kezhi.access.Viewer;
import org.kezhi.access.Viewers;
import org.kezhi.job.Recurring;
import org.kezhi.mail.Mail;
import org.kezhi.mail.Outbox;
import org.kezhi.notification.MorningNotices;
import org.kezhi.platform.Labels;
import org.kezhi.platform.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes the mail of the morning for everybody whose morning it is, each in a transaction of its
/// own: it lies in the outbox, and its notices count as mailed, or neither.
@Component
class Digests {

  private static final Duration EVERY = Duration.ofMinutes(1);

  private final DigestRepository repository;
  private final Outbox outbox;
  private final Viewers viewers;
  private final MorningNotices notices;
  private final DueTasks tasks;
  private final Labels labels;
  private final Settings settings;
  private final TransactionTemplate transaction;

  Digests(
      DigestRepository repository,
      Outbox outbox,
      Viewers viewers,
      MorningNotices notices,
      DueTasks tasks,
      Labels labels,
      Settings settings,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.outbox = outbox;
    this.viewers = viewers;
    this.notices = notices;
    this.tasks = tasks;
    this.labels = labels;
    this.settings = settings;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Bean
  static Recurring digestMaking(ObjectProvider<Digests> digests) {
    return new Recurring("digest", EVERY, () -> digests.getObject().makeDue());
  }

  void makeDue() {
    if (outbox.isOpen()) {
      for (var reader : repository.due(settings.zone())) {
        transaction.executeWithoutResult(_ -> make(reader));
      }
    }
  }

  private void make(DigestRepository.Reader reader) {
    repository.made(reader.user(), reader.day());
    viewers.find(reader.user()).ifPresent(viewer -> make(reader, viewer));
  }

  private void make(DigestRepository.Reader reader, Viewer viewer) {
    var language = Locale.forLanguageTag(reader.language());
    var told = notices.take(viewer, language);
    var due = tasks.of(viewer, reader.day());
    if (!told.isEmpty() || !due.isEmpty()) {
      var key = "digest:" + reader.user() + ":" + reader.day();
      var subject = labels.text(language, "digest.subject", due.size(), told.size());
      outbox.put(new Mail(key, reader.address(), subject, text(language, due, told)));
    }
  }

  private String text(Locale language, List<DueTasks.Task> due, List<MorningNotices.Told> told) {
    var address = outbox.address();
    var lines = new ArrayList<String>();
    if (!due.isEmpty()) {
      lines.add(labels.text(language, "digest.tasks"));
      due.forEach(task -> {
        lines.add("• " + task.title());
        link(lines, address, task.path() + "/" + task.id());
      });
      lines.add("");
    }
    if (!told.isEmpty()) {
      lines.add(labels.text(language, "digest.unread"));
      told.forEach(notice -> {
        lines.add("• " + (notice.title() == null ? "" : notice.title() + ": ") + notice.text());
        if (notice.path() != null) {
          link(lines, address, notice.path());
        }
      });
      lines.add("");
    }
    lines.add(labels.text(language, "digest.off"));
    link(lines, address, "notifications/settings");
    return String.join("\n", lines);
  }

  private static void link(List<String> lines, String address, String path) {
    if (!address.isEmpty()) {
      lines.add("  " + address + "/" + path);
    }
  }
}
