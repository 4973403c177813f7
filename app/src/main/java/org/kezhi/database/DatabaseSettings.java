package org.kezhi.database;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where an outer database is, from `KEZHI_DATABASE_URL`, `KEZHI_DATABASE_OWNER_URL` and their
/// users and passwords; without an address Kezhi starts its own.
@ConfigurationProperties("kezhi.database")
record DatabaseSettings(
    @Nullable String url, @Nullable String user, @Nullable String password, @Nullable Role owner) {

  record Role(@Nullable String url, @Nullable String user, @Nullable String password) {}

  Optional<OuterDatabase> outer() {
    if (url == null || url.isBlank()) {
      return Optional.empty();
    }
    var app = login(url, user, password);
    if (owner == null) {
      return Optional.of(new OuterDatabase(app, app));
    }
    var name = owner.user == null ? user : owner.user;
    var secret = owner.user == null && owner.password == null ? password : owner.password;
    return Optional.of(
        new OuterDatabase(login(Objects.requireNonNullElse(owner.url, url), name, secret), app));
  }

  private static Login login(String url, @Nullable String user, @Nullable String password) {
    var address = url.startsWith("jdbc:") ? url : "jdbc:" + url;
    return new Login(
        address.replaceFirst("^jdbc:postgres:", "jdbc:postgresql:"),
        Objects.requireNonNullElse(user, ""),
        Objects.requireNonNullElse(password, ""));
  }
}
