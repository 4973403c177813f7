package org.kezhi.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// How the built-in server is set up for a machine with this much memory.
record ServerSettings(long megabytes) {

  static ServerSettings ofThisMachine() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new ServerSettings(system.getTotalMemorySize() >> 20);
  }

  /// The whole of `postgresql.conf`. Errors are not logged: their details carry personal data, and
  /// the program logs what it could not handle.
  String on(int port) {
    return """
    # Written by Kezhi at every start; your own settings belong into postgresql.auto.conf.
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''
    max_connections = 60
    password_encryption = 'scram-sha-256'

    fsync = on
    synchronous_commit = on
    full_page_writes = on
    wal_level = 'replica'
    max_wal_size = '%dMB'
    min_wal_size = '256MB'
    checkpoint_timeout = '15min'
    wal_compression = on

    shared_buffers = '%dMB'
    effective_cache_size = '%dMB'
    work_mem = '%dMB'
    maintenance_work_mem = '%dMB'
    autovacuum_work_mem = '64MB'
    random_page_cost = 1.1
    jit = off

    timezone = 'UTC'
    log_timezone = 'UTC'
    lc_messages = 'C'
    log_min_messages = 'log'
    log_checkpoints = off
    logging_collector = on
    log_directory = '../log'
    log_filename = 'postgres-%%a.log'
    log_truncate_on_rotation = on
    log_rotation_age = '1d'
    log_rotation_size = 0
    """
        .formatted(
            port,
            within(1024, megabytes / 4, 4096),
            within(128, megabytes / 48, 4096),
            within(256, megabytes / 2, 1 << 20),
            within(4, megabytes / 1024, 32),
            within(64, megabytes / 64, 1024));
  }

  private static long within(long least, long wanted, long most) {
    return Math.clamp(wanted, least, most);
  }
}
