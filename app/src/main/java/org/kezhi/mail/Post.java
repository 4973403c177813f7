package org.kezhi.mail;

import static java.time.ZoneOffset.UTC;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Hands one mail to the server.
@Component
class Post {

  private static final String PATIENCE = String.valueOf(Duration.ofSeconds(20).toMillis());

  private final MailServers servers;
  private final Clock clock;

  Post(MailServers servers, Clock clock) {
    this.servers = servers;
    this.clock = clock;
  }

  void send(MailServer server, String messageId, Mail mail) throws MessagingException {
    var message = new Numbered(session(server), messageId);
    message.setFrom(new InternetAddress(server.sender(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setText(mail.text(), StandardCharsets.UTF_8.name());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(UTC)));
    message.saveChanges();
    Transport.send(message);
  }

  private Session session(MailServer server) {
    var user = server.userName();
    var properties = new Properties();
    properties.put("mail.smtp.host", server.host());
    properties.put("mail.smtp.port", String.valueOf(server.port()));
    properties.put("mail.smtp.ssl.enable", String.valueOf("tls".equals(server.security())));
    var startsTls = String.valueOf("startTls".equals(server.security()));
    properties.put("mail.smtp.starttls.enable", startsTls);
    properties.put("mail.smtp.starttls.required", startsTls);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.connectiontimeout", PATIENCE);
    properties.put("mail.smtp.timeout", PATIENCE);
    properties.put("mail.smtp.writetimeout", PATIENCE);
    properties.put("mail.smtp.auth", String.valueOf(user != null && !user.isBlank()));
    var password = servers.password().orElse("");
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return user == null ? null : new PasswordAuthentication(user, password);
          }
        });
  }

  /// A mail that keeps its number however often it is sent, so that readers see it once.
  private static final class Numbered extends MimeMessage {

    private final String messageId;

    Numbered(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
