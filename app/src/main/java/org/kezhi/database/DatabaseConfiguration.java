package org.kezhi.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// Opens the data folder, then the database, then the connections; closed in the opposite order,
/// after everything that uses them.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseConfiguration {

  @Bean
  DataFolder dataFolder(@Value("${kezhi.data:data}") Path path) {
    return DataFolder.open(path);
  }

  @Bean
  Database database(DatabaseSettings settings, DataFolder folder) {
    var outer = settings.outer();
    return outer.isPresent() ? outer.get().check() : EmbeddedDatabase.start(folder);
  }

  /// The connections of the program; role without rights on the schema itself.
  @Bean
  @Primary
  DataSource dataSource(Database database) {
    var pool = pool("kezhi", database.app());
    pool.setMaximumPoolSize(16);
    pool.setMinimumIdle(4);
    // Whoever waits longer than this is told that the program is busy instead of piling up.
    pool.setConnectionTimeout(5_000);
    return pool;
  }

  /// The connections of the owner, for migrations and changes of the schema at run time. Injected
  /// only where `@Qualifier("owner")` asks for it.
  @Bean(defaultCandidate = false)
  @Qualifier("owner")
  @FlywayDataSource
  DataSource ownerDataSource(Database database) {
    var pool = pool("kezhi-owner", database.owner());
    pool.setMaximumPoolSize(4);
    pool.setMinimumIdle(0);
    pool.setIdleTimeout(30_000);
    return pool;
  }

  @Bean(defaultCandidate = false)
  @Qualifier("owner")
  DSLContext ownerDsl(@Qualifier("owner") DataSource owner) {
    return DSL.using(owner, SQLDialect.POSTGRES);
  }

  @Bean
  FlywayMigrationStrategy migration(Database database) {
    return new Migration(database);
  }

  private static HikariDataSource pool(String name, Login login) {
    var pool = new HikariDataSource();
    pool.setPoolName(name);
    pool.setJdbcUrl(login.url());
    pool.setUsername(login.user());
    pool.setPassword(login.password());
    pool.addDataSourceProperty("ApplicationName", name);
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    return pool;
  }
}
