package org.kezhi.insight;

import java.time.LocalTime;
import org.kezhi.job.NightlyJob;
import org.kezhi.record.PagePart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Computes the figures every night, and shows them on the pages of customers.
@Configuration(proxyBeanMethods = false)
class InsightConfiguration {

  @Bean
  NightlyJob nightlyValueRun() {
    return new NightlyJob(ValueRunJob.NAME, LocalTime.of(2, 30));
  }

  @Bean
  @Order(10)
  PagePart valueCard() {
    return PagePart.card("value", PagePart.Place.CENTRE, "customer");
  }
}
