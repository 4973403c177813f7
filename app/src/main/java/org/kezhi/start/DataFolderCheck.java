package org.kezhi.start;

import java.nio.file.Path;
import org.kezhi.database.DataFolder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/// Makes the data folder before the log is written into it.
final class DataFolderCheck
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    DataFolder.prepare(Path.of(event.getEnvironment().getProperty("kezhi.data", "data")));
  }

  /// After the configuration is read (+ 10), before logging begins (+ 20).
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 15;
  }
}
