package org.kezhi.insight;

import java.time.LocalTime;
import org.kezhi.job.NightlyJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Computes the figures every night.
@Configuration(proxyBeanMethods = false)
class InsightConfiguration {

  @Bean
  NightlyJob nightlyValueRun() {
    return new NightlyJob(ValueRunJob.NAME, LocalTime.of(2, 30));
  }
}
