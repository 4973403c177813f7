package org.kezhi.digest;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.kezhi.record.PersonalZone;
import org.springframework.stereotype.Component;

/// Whoever chose a zone for the mail of the morning lives there: their days begin there too.
@Component
class DigestZone implements PersonalZone {

  private final DigestRepository repository;

  DigestZone(DigestRepository repository) {
    this.repository = repository;
  }

  @Override
  public Optional<ZoneId> of(UUID user) {
    return Optional.ofNullable(repository.find(user).zone()).map(ZoneId::of);
  }
}
