package org.kezhi.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.kezhi.job.Recurring;
import org.kezhi.platform.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Sends what lies in the outbox. A mail that was handed over while the program died is sent again
/// under the same number; one that cannot be handed over is tried for about a day.
@Component
class Sending {

  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration TAKEN = Duration.ofMinutes(5);
  private static final int KEPT_DAYS = 30;
  private static final int MOST_AT_ONCE = 500;
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(15));

  private final MailRepository repository;
  private final MailServers servers;
  private final Post post;
  private final Clock clock;

  Sending(MailRepository repository, MailServers servers, Post post, Clock clock) {
    this.repository = repository;
    this.servers = servers;
    this.post = post;
    this.clock = clock;
  }

  @Bean
  static Recurring mailSending(Sending sending) {
    return new Recurring("mail-sending", EVERY, sending::sendDue);
  }

  @Bean
  static Recurring mailForgetting(Sending sending) {
    return new Recurring("mail-forgetting", Duration.ofDays(1), sending::forget);
  }

  void sendDue() {
    var server = servers.find();
    if (server.isEmpty()) {
      return;
    }
    for (var count = 0; count < MOST_AT_ONCE; count++) {
      var due = repository.take(now(), now().plus(TAKEN));
      if (due.isEmpty()) {
        return;
      }
      send(server.get(), due.get());
    }
  }

  private void forget() {
    repository.forget(now().minusDays(KEPT_DAYS));
  }

  private void send(MailServer server, MailRepository.Due due) {
    try {
      post.send(server, due.messageId(), due.mail());
      repository.sent(due.id(), now());
    } catch (MessagingException fault) {
      var again = isFinal(fault) ? null : next(due.attempts());
      repository.failed(due.id(), words(fault), again);
    } catch (Problem fault) {
      repository.failed(due.id(), fault.type().slug(), next(due.attempts()));
    }
  }

  private @Nullable OffsetDateTime next(int attempts) {
    return attempts > PAUSES.size() ? null : now().plus(PAUSES.get(attempts - 1));
  }

  /// What the server will refuse tomorrow as well.
  private static boolean isFinal(MessagingException fault) {
    for (@Nullable Throwable cause = fault; cause != null; cause = next(cause)) {
      if (cause instanceof AddressException
          || (cause instanceof SMTPAddressFailedException address && address.getReturnCode() >= 500)
          || (cause instanceof SMTPSendFailedException refused && refused.getReturnCode() >= 500)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable next(Throwable fault) {
    return fault instanceof MessagingException messaging
        ? messaging.getNextException()
        : fault.getCause();
  }

  static String words(MessagingException fault) {
    Throwable last = fault;
    for (var cause = next(last); cause != null; cause = next(last)) {
      last = cause;
    }
    var message = last.getMessage();
    var words = message == null ? last.getClass().getSimpleName() : message.strip();
    return words.substring(0, Math.min(words.length(), 500));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
