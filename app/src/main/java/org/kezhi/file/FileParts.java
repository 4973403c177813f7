package org.kezhi.file;

import org.kezhi.record.PagePart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What record pages show of files.
@Configuration(proxyBeanMethods = false)
class FileParts {

  @Bean
  @Order(20)
  PagePart filesTab() {
    return PagePart.tab("files", _ -> true);
  }
}
