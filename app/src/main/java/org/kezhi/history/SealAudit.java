package org.kezhi.history;

import java.time.LocalTime;
import java.util.Map;
import org.kezhi.audit.AuditChain;
import org.kezhi.job.JobKind;
import org.kezhi.job.JobRun;
import org.kezhi.job.NightlyJob;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Seals what was written into the audit since the night before.
@Component
class SealAudit implements JobKind {

  static final String NAME = "auditSeal";

  private final AuditChain chain;

  SealAudit(AuditChain chain) {
    this.chain = chain;
  }

  @Bean
  static NightlyJob nightlySeal() {
    return new NightlyJob(NAME, LocalTime.of(1, 30));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Long> run(JobRun run) {
    return Map.of("entries", chain.seal());
  }
}
