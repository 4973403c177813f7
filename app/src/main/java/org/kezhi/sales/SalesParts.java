package org.kezhi.sales;

import org.kezhi.record.PagePart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What the pages of orders show beside their fields.
@Configuration(proxyBeanMethods = false)
class SalesParts {

  @Bean
  @Order(10)
  PagePart linesCard() {
    return PagePart.card("lines", PagePart.Place.CENTRE, "order").covering("orderLine.order");
  }
}
