package org.kezhi.network;

import java.util.Set;
import org.kezhi.record.PagePart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What the pages of customers and contacts show of how parties hang together.
@Configuration(proxyBeanMethods = false)
class NetworkParts {

  private static final Set<String> PARTIES = Set.of("customer", "contact");

  @Bean
  @Order(15)
  PagePart networkTab() {
    return PagePart.tab("network", type -> PARTIES.contains(type.name()))
        .covering(
            "partyRelation.fromCustomer", "partyRelation.toCustomer", "partyRelation.toContact");
  }
}
