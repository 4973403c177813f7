package org.kezhi.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.kezhi.testing.SqlTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@SqlTest
class MigrationTests {

  private static final Pattern NAME =
      Pattern.compile(
          "db/migration/[a-z]+/(V20\\d\\d[01]\\d[0-3]\\d[0-2]\\d[0-5]\\d|R)__[a-z0-9_]+\\.sql");
  private static final Pattern CONSTRAINT =
      Pattern.compile("\\b(primary key|references \\w|unique(?! index)\\b|check \\()");
  private static final String OUR_TABLES =
      """
      select c.oid, c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and c.relname <> 'flyway_schema_history'
      """;

  @Autowired DSLContext db;

  @Test
  void nameTheirModuleTimeAndPurpose() throws IOException {
    assertThat(migrations())
        .isNotEmpty()
        .extracting(file -> file.getURL().toString().replaceFirst("^.*(?=db/migration/)", ""))
        .allMatch(path -> NAME.matcher(path).matches());
    assertThat(migrations())
        .extracting(file -> String.valueOf(file.getFilename()).replaceFirst("__.*", ""))
        .filteredOn(version -> !version.equals("R"))
        .doesNotHaveDuplicates();
  }

  @Test
  void nameEveryConstraint() throws IOException {
    var unnamed = new ArrayList<String>();
    for (var file : migrations()) {
      var lines = file.getContentAsString(UTF_8).toLowerCase().lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        var context = lines.get(Math.max(0, i - 1)) + " " + lines.get(i);
        if (CONSTRAINT.matcher(lines.get(i)).find() && !context.contains("constraint ")) {
          unnamed.add(file.getFilename() + ":" + (i + 1) + lines.get(i));
        }
      }
    }

    assertThat(unnamed).isEmpty();
  }

  @Test
  void indexEveryForeignKey() {
    assertThat(
            found(
                """
                select conrelid::regclass || '.' || conname from pg_constraint f
                where contype = 'f' and connamespace = 'public'::regnamespace
                  and not exists (
                    select from pg_index i
                    where i.indrelid = f.conrelid and i.indpred is null
                      and (i.indkey::int2[])[0:cardinality(f.conkey) - 1] @> f.conkey)
                """))
        .isEmpty();
  }

  @Test
  void sayWhatEveryTableIsFor() {
    assertThat(
            found(
                "select relname from (%s) t where obj_description(oid, 'pg_class') is null"
                    .formatted(OUR_TABLES)))
        .isEmpty();
  }

  @Test
  void knowTheZoneOfEveryTime() {
    assertThat(
            found(
                """
                select relname || '.' || attname from (%s) t join pg_attribute on attrelid = t.oid
                where atttypid in ('timestamp'::regtype, 'time'::regtype)
                """
                    .formatted(OUR_TABLES)))
        .isEmpty();
  }

  private List<String> found(String query) {
    return db.fetch(query).getValues(0, String.class);
  }

  private static List<Resource> migrations() throws IOException {
    return Arrays.asList(
        new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql"));
  }
}
