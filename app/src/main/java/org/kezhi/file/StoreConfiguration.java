package org.kezhi.file;

import org.kezhi.database.DataFolder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses where files are kept: in a bucket, if one is named, or else in the data folder.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(S3Settings.class)
class StoreConfiguration {

  @Bean
  ContentStore contentStore(S3Settings settings, DataFolder data) {
    if (settings.isWanted()) {
      return S3Store.open(settings);
    }
    data.folder("files");
    return new FolderStore(data.folder("files/content"));
  }
}
