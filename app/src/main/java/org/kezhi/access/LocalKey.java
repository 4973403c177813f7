package org.kezhi.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lets the command line in: a key made anew at every start, told only through a file that the
/// owner of the data folder alone can read, and good on this machine alone.
///
/// Whoever can read that file could read the whole data folder, so the key opens everything. It
/// acts as the administrator who is there longest, or as the user that the request names.
@Component
public class LocalKey {

  private static final String ACT_AS = "Kezhi-User";

  private final String secret = Tokens.newSecret();
  private final Users users;

  LocalKey(Users users) {
    this.users = users;
  }

  /// What the command line has to send as its bearer token.
  public String secret() {
    return secret;
  }

  Optional<LoggedIn> find(HttpServletRequest request, String presented) {
    return equal(secret, presented) && isFromHere(request)
        ? user(request.getHeader(ACT_AS)).map(id -> new LoggedIn(id, null, "cli"))
        : Optional.empty();
  }

  private Optional<UUID> user(@Nullable String name) {
    return name == null ? users.longestStandingAdministrator() : users.named(name);
  }

  /// A request that came through a proxy only looks as if it came from this machine.
  private static boolean isFromHere(HttpServletRequest request) {
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
          && request.getHeader("Forwarded") == null
          && request.getHeader("X-Forwarded-For") == null;
    } catch (UnknownHostException _) {
      return false;
    }
  }

  private static boolean equal(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
