package org.kezhi.audit;

import org.kezhi.platform.Invariant;
import org.springframework.stereotype.Component;

/// Nobody has changed or removed a sealed entry of the audit.
@Component
class AuditSeals implements Invariant {

  private final AuditChain chain;

  AuditSeals(AuditChain chain) {
    this.chain = chain;
  }

  @Override
  public String name() {
    return "auditChain";
  }

  @Override
  public Finding check() {
    var verdict = chain.verify();
    return new Finding(
        verdict.entries(),
        verdict.broken().size(),
        verdict.broken().stream().limit(MOST_EXAMPLES).map(number -> "seal " + number).toList());
  }
}
