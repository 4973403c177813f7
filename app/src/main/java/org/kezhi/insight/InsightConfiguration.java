package org.kezhi.insight;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalTime;
import org.kezhi.database.DataFolder;
import org.kezhi.job.NightlyJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Fits the warehouse to the machine and computes the figures every night.
@Configuration(proxyBeanMethods = false)
class InsightConfiguration {

  private static final long MEGABYTE = 1024 * 1024;
  private static final long LEAST = 512;
  private static final long MOST = 16 * 1024;

  @Bean
  Warehouse warehouse(DataFolder data) {
    var memory = Math.clamp(machineMemory() / MEGABYTE / 4, LEAST, MOST);
    var threads = Runtime.getRuntime().availableProcessors();
    return new Warehouse(data.folder("warehouse"), memory + "MiB", threads);
  }

  @Bean
  NightlyJob nightlyValueRun() {
    return new NightlyJob(ValueRunJob.NAME, LocalTime.of(2, 30));
  }

  private static long machineMemory() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getTotalMemorySize();
  }
}
