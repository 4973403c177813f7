package org.kezhi.file;

import static org.kezhi.db.Tables.ATTACHMENT;
import static org.kezhi.db.Tables.FILE_UPLOAD;

import org.kezhi.record.LooseReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Says that files go where their record goes.
@Configuration(proxyBeanMethods = false)
class FileReferences {

  @Bean
  LooseReference filesOfRecords() {
    return new LooseReference(ATTACHMENT, ATTACHMENT.OBJECT, ATTACHMENT.RECORD_ID);
  }

  @Bean
  LooseReference uploadsOfRecords() {
    return new LooseReference(FILE_UPLOAD, FILE_UPLOAD.OBJECT, FILE_UPLOAD.RECORD_ID);
  }
}
