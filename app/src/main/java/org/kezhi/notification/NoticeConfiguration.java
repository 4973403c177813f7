package org.kezhi.notification;

import static org.kezhi.db.Tables.NOTICE;
import static org.kezhi.db.Tables.NOTICE_MUTE;

import org.kezhi.record.LooseReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What hangs on records: what people were told of them, and who does not want to be told more.
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

  @Bean
  static LooseReference noticesOfRecords() {
    return new LooseReference(NOTICE, NOTICE.OBJECT, NOTICE.RECORD_ID);
  }

  @Bean
  static LooseReference mutedRecords() {
    return new LooseReference(NOTICE_MUTE, NOTICE_MUTE.OBJECT, NOTICE_MUTE.RECORD_ID);
  }
}
