package org.kezhi.warehouse;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.kezhi.database.DataFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Fits the warehouse to the machine.
@Configuration(proxyBeanMethods = false)
class WarehouseConfiguration {

  private static final long MEGABYTE = 1024 * 1024;
  private static final long LEAST = 512;
  private static final long MOST = 16 * 1024;

  @Bean
  Warehouse warehouse(DataFolder data) {
    var memory = Math.clamp(machineMemory() / MEGABYTE / 4, LEAST, MOST);
    var threads = Runtime.getRuntime().availableProcessors();
    return new Warehouse(data.folder("warehouse"), memory + "MiB", threads);
  }

  private static long machineMemory() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getTotalMemorySize();
  }
}
