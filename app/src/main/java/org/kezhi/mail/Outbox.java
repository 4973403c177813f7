package org.kezhi.mail;

import org.kezhi.platform.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes mail that is sent when the caller's transaction has committed, and tried again for a day
/// where it cannot be sent at once.
@Service
public class Outbox {

  private final MailRepository repository;
  private final MailServers servers;

  Outbox(MailRepository repository, MailServers servers) {
    this.repository = repository;
    this.servers = servers;
  }

  /// Whether there is a server that takes mail.
  public boolean isOpen() {
    return servers.find().isPresent();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void put(Mail mail) {
    var server = servers.find().orElseThrow(() -> MailProblem.NO_SERVER.with());
    var id = Ids.next();
    repository.insert(id, "<" + id + "@" + server.domain() + ">", mail);
  }

  /// Where people find Kezhi, without a slash at the end; empty if nobody has said so.
  public String address() {
    return servers.find().map(server -> server.address().replaceAll("/+$", "")).orElse("");
  }
}
