package org.kezhi.mail;

import jakarta.mail.MessagingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Permission;
import org.kezhi.access.Viewer;
import org.kezhi.audit.AuditContext;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.Ids;
import org.kezhi.platform.Labels;
import org.kezhi.platform.ProblemAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets administrators say which server takes mail, try it, and see what was not sent.
@RestController
@RequestMapping("/api/mail")
@PreAuthorize("isAuthenticated()")
class MailController {

  private final MailServers servers;
  private final MailRepository repository;
  private final Post post;
  private final Labels labels;
  private final AuditContext audit;
  private final Clock clock;

  MailController(
      MailServers servers,
      MailRepository repository,
      Post post,
      Labels labels,
      AuditContext audit,
      Clock clock) {
    this.servers = servers;
    this.repository = repository;
    this.post = post;
    this.labels = labels;
    this.audit = audit;
    this.clock = clock;
  }

  /// The server as far as anybody is told: never its password.
  record MailServerDetail(@Nullable MailServer server, boolean hasPassword) {}

  /// A server and, where it shall be another one, its password; an empty one takes it away.
  record ChangeMailServer(
      @NotNull @Valid MailServer server, @Nullable @Size(max = 1000) String password) {}

  /// To whom a mail is sent, to try the server.
  record TryMail(@NotBlank @Email @Size(max = 200) String to) {}

  /// The newest mails.
  record OutboxPage(List<OutgoingMail> items) {}

  @GetMapping("/server")
  MailServerDetail getMailServer(Viewer viewer) {
    viewer.require(Permission.ADMIN_SETTINGS);
    return new MailServerDetail(servers.find().orElse(null), servers.hasPassword());
  }

  @PutMapping("/server")
  @Transactional
  public MailServerDetail setMailServer(
      Viewer viewer, @Valid @RequestBody ChangeMailServer wanted) {
    viewer.require(Permission.ADMIN_SETTINGS);
    audit.begin(viewer.id(), viewer.channel(), null);
    servers.keep(wanted.server(), wanted.password());
    return getMailServer(viewer);
  }

  /// Sends at once and says what the server says.
  @PostMapping("/server/trial")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void tryMailServer(
      Viewer viewer, HttpServletRequest request, @Valid @RequestBody TryMail wanted) {
    viewer.require(Permission.ADMIN_SETTINGS);
    var server = servers.find().orElseThrow(() -> MailProblem.NO_SERVER.with());
    var language = ProblemAnswers.language(request);
    var subject = labels.text(language, "mail.trial.subject");
    var text = labels.text(language, "mail.trial.text");
    var id = Ids.next();
    try {
      var mail = new Mail("trial:" + id, wanted.to(), subject, text);
      post.send(server, "<" + id + "@" + server.domain() + ">", mail);
    } catch (MessagingException fault) {
      throw MailProblem.NOT_SENT.with(Sending.words(fault));
    }
  }

  @GetMapping("/outbox")
  OutboxPage listOutgoingMails(Viewer viewer) {
    viewer.require(Permission.ADMIN_SETTINGS);
    return new OutboxPage(repository.list());
  }

  @PutMapping("/outbox/{id}/retry")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retryMail(Viewer viewer, @PathVariable UUID id) {
    viewer.require(Permission.ADMIN_SETTINGS);
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!repository.again(id, now)) {
      throw CommonProblem.NOT_FOUND.with();
    }
  }
}
