package org.kezhi.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezhi.database.DatabaseConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jooq.test.autoconfigure.JooqTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test of SQL on a real, empty database: jOOQ's `DSLContext` and what the test imports with
/// `@Import`, nothing else; rolled back at its end.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JooqTest
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
@Import(DatabaseConfiguration.class)
@ContextConfiguration(initializers = TestDatabase.class)
@ExtendWith(TestDatabase.class)
public @interface SqlTest {}
