package org.kezhi.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Knows every word that people read, in both languages; each module brings a file per language.
@Component
public class Labels {

  public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  public static final Locale ENGLISH = Locale.ENGLISH;
  public static final List<Locale> LANGUAGES = List.of(CHINESE, ENGLISH);

  private final Map<String, String> chinese = load("zh-CN");
  private final Map<String, String> english = load("en");
  private volatile Map<Locale, Map<String, String>> added = Map.of();
  private volatile Map<Locale, Map<String, String>> renamed = Map.of();

  /// Replaces the words that a company has added while the program runs; no arguments stand in
  /// them.
  public void add(Map<Locale, Map<String, String>> words) {
    added = Map.copyOf(words);
  }

  /// Replaces the words that a company puts in the place of those of the program.
  public void rename(Map<Locale, Map<String, String>> words) {
    renamed = Map.copyOf(words);
  }

  /// The text of a key as it came with the program, whatever the company calls it.
  public Optional<String> original(Locale language, String key) {
    return Optional.ofNullable(words(language).get(key))
        .or(() -> Optional.ofNullable(added.getOrDefault(known(language), Map.of()).get(key)));
  }

  /// The text of a key; the key itself where no file has it.
  public String text(Locale language, String key, Object... arguments) {
    return find(language, key, arguments).orElse(key);
  }

  public Optional<String> find(Locale language, String key, Object... arguments) {
    var other = renamed.getOrDefault(known(language), Map.of()).get(key);
    if (other != null) {
      return Optional.of(other);
    }
    var pattern = words(language).get(key);
    if (pattern == null) {
      return Optional.ofNullable(added.getOrDefault(known(language), Map.of()).get(key));
    }
    return Optional.of(
        arguments.length == 0 ? pattern : new MessageFormat(pattern, language).format(arguments));
  }

  public Set<String> keys(Locale language) {
    return words(language).keySet();
  }

  private Map<String, String> words(Locale language) {
    return known(language).equals(ENGLISH) ? english : chinese;
  }

  private static Locale known(Locale language) {
    return "en".equals(language.getLanguage()) ? ENGLISH : CHINESE;
  }

  private static Map<String, String> load(String language) {
    var words = new HashMap<String, String>();
    try {
      var pattern = "classpath*:*/labels." + language + ".properties";
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        var properties = new Properties();
        try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
          properties.load(in);
        }
        properties.forEach((key, text) -> {
          if (words.put((String) key, (String) text) != null) {
            throw new IllegalStateException("Two modules have words for " + key);
          }
        });
      }
    } catch (IOException e) {
      throw new IllegalStateException("The label files cannot be read", e);
    }
    return Map.copyOf(words);
  }
}
