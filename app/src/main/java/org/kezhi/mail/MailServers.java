package org.kezhi.mail;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezhi.platform.Settings;
import org.springframework.stereotype.Component;

/// Keeps which server takes mail; its password only as a secret that the data folder can read.
@Component
class MailServers {

  private static final String SERVER = "mail.server";
  private static final String PASSWORD = "mail.password";

  private final Settings settings;
  private final Secrets secrets;

  MailServers(Settings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  Optional<MailServer> find() {
    return settings.find(SERVER, MailServer.class);
  }

  boolean hasPassword() {
    return settings.find(PASSWORD, String.class).filter(text -> !text.isEmpty()).isPresent();
  }

  Optional<String> password() {
    return settings.find(PASSWORD, String.class).filter(text -> !text.isEmpty()).map(secrets::open);
  }

  /// A password that belongs to another server or user is not kept for them.
  void keep(MailServer server, @Nullable String password) {
    var before = find();
    var isSame =
        before
            .filter(known ->
                known.host().equals(server.host())
                    && known.port() == server.port()
                    && Objects.equals(known.userName(), server.userName()))
            .isPresent();
    settings.put(SERVER, server);
    if (password != null) {
      settings.put(PASSWORD, password.isEmpty() ? "" : secrets.seal(password));
    } else if (!isSame) {
      settings.put(PASSWORD, "");
    }
  }
}
