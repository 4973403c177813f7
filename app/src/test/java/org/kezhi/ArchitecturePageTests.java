package org.kezhi;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/// The table of modules in docs/architecture.md is what the program is.
class ArchitecturePageTests {

  private static final Path PAGE = Path.of("../docs/architecture.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\w+)` \\|[^|]*\\| ([^|]*) \\|", Pattern.MULTILINE);

  @Test
  void namesTheModulesAndWhatTheyUse() throws IOException {
    var modules = ApplicationModules.of(Kezhi.class);
    var actual = new TreeMap<String, String>();
    modules.stream()
        .filter(module -> !module.getIdentifier().toString().equals("db"))
        .forEach(module -> actual.put(module.getIdentifier().toString(), uses(modules, module)));

    var told = new TreeMap<String, String>();
    ROW.matcher(Files.readString(PAGE))
        .results()
        .forEach(row -> told.put(row.group(1), row.group(2).strip()));

    assertThat(told).isEqualTo(actual);
  }

  private static String uses(ApplicationModules modules, ApplicationModule module) {
    return module
        .getDirectDependencies(modules, DependencyType.values())
        .uniqueModules()
        .map(used -> used.getIdentifier().toString())
        .filter(name -> !name.equals("db"))
        .collect(toCollection(TreeSet::new))
        .stream()
        .collect(joining(" "));
  }
}
