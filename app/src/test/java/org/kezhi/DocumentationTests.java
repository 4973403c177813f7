package org.kezhi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documentation points to is there, in both languages, and its pictures stay small.
class DocumentationTests {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path DOCS = ROOT.resolve("docs");
  private static final Path PICTURES = DOCS.resolve("images/guide");
  private static final Pattern LINK = Pattern.compile("(!?)\\[([^\\]]*)]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
  private static final Pattern FENCE =
      Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final long LARGEST = 200_000;
  private static final long ALL = 4_000_000;

  @Test
  void linksAndPicturesAreThere() throws IOException {
    var broken = new ArrayList<String>();
    for (var page : pages()) {
      for (var link : links(page)) {
        if (!leadsSomewhere(page, link.target())) {
          broken.add(ROOT.relativize(page) + ": " + link.target());
        }
        if (link.isPicture() && link.words().isBlank()) {
          broken.add(ROOT.relativize(page) + ": " + link.target() + " is not described");
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void theGuideIsTheSameInBothLanguages() throws IOException {
    var english = DOCS.resolve("guide");
    var chinese = DOCS.resolve("zh-CN/guide");
    assertThat(names(chinese)).isEqualTo(names(english));
    for (var name : names(english)) {
      assertThat(pictures(chinese.resolve(name), "zh-CN"))
          .as(name)
          .isEqualTo(pictures(english.resolve(name), "en"));
      assertThat(headings(chinese.resolve(name)))
          .as(name)
          .hasSameSizeAs(headings(english.resolve(name)));
    }
  }

  @Test
  void picturesAreSmallAndUsed() throws IOException {
    var used = new HashSet<Path>();
    for (var page : pages()) {
      links(page).stream()
          .filter(Link::isPicture)
          .forEach(link -> used.add(page.resolveSibling(link.target()).normalize()));
    }
    var sum = 0L;
    for (var picture : files(PICTURES)) {
      assertThat(used).contains(picture);
      assertThat(picture).satisfies(file -> assertThat(Files.size(file)).isLessThan(LARGEST));
      sum += Files.size(picture);
    }
    assertThat(sum).isBetween(1L, ALL);
  }

  private record Link(boolean isPicture, String words, String target) {}

  private static List<Link> links(Path page) throws IOException {
    return LINK.matcher(text(page))
        .results()
        .map(found -> new Link(!found.group(1).isEmpty(), found.group(2), found.group(3)))
        .filter(link -> !link.target().contains(":"))
        .toList();
  }

  private static boolean leadsSomewhere(Path page, String target) throws IOException {
    var hash = target.indexOf('#');
    var path = hash < 0 ? target : target.substring(0, hash);
    var file = path.isEmpty() ? page : page.resolveSibling(path).normalize();
    if (hash < 0 || !Files.isRegularFile(file)) {
      return hash < 0 && Files.exists(file);
    }
    return headings(file).stream()
        .map(DocumentationTests::anchor)
        .anyMatch(target.substring(hash + 1)::equals);
  }

  /// As GitHub names headings: letters, digits and hyphens stay, spaces become hyphens.
  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\p{M}_ -]", "")
        .replace(' ', '-');
  }

  private static List<String> headings(Path page) throws IOException {
    return HEADING.matcher(text(page)).results().map(found -> found.group(1).strip()).toList();
  }

  private static List<String> pictures(Path page, String language) throws IOException {
    return links(page).stream()
        .filter(Link::isPicture)
        .map(link -> link.target().replaceFirst(".*/" + language + "/", ""))
        .toList();
  }

  private static String text(Path page) throws IOException {
    return FENCE.matcher(Files.readString(page)).replaceAll("");
  }

  private static Set<String> names(Path folder) throws IOException {
    return files(folder).stream()
        .map(file -> file.getFileName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> pages() throws IOException {
    var pages = new ArrayList<Path>();
    try (Stream<Path> root = Files.list(ROOT)) {
      root.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
    }
    files(DOCS).stream().filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
    return pages;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
