package org.kezhi.history;

import org.kezhi.record.ObjectTypes;
import org.kezhi.record.PagePart;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What record pages show of the past and of what lies ahead.
@Configuration(proxyBeanMethods = false)
class HistoryParts {

  @Bean
  @Order(10)
  PagePart timelineTab(ObjectProvider<ObjectTypes> types) {
    return PagePart.tab("timeline", type -> types.getObject().hasTimeline(type));
  }

  @Bean
  @Order(90)
  PagePart historyTab() {
    return PagePart.tab("history", _ -> true);
  }
}
