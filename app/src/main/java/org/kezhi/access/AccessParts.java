package org.kezhi.access;

import org.kezhi.record.PagePart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What the pages of users and roles show beside their fields.
@Configuration(proxyBeanMethods = false)
class AccessParts {

  @Bean
  @Order(10)
  PagePart rightsCard() {
    return PagePart.card("rights", PagePart.Place.CENTRE, "role");
  }

  @Bean
  @Order(10)
  PagePart accessCard() {
    return PagePart.card("access", PagePart.Place.SIDE, "user");
  }
}
