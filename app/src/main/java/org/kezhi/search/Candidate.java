package org.kezhi.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A record that may be what was meant, with how well it fits.
///
/// @param values what its searched fields say, the title first
/// @param beside what it was found by, if that is none of its fields
/// @param parent the title of the record it belongs to
/// @param fit the smaller, the better
record Candidate(
    String object,
    UUID id,
    List<@Nullable String> values,
    @Nullable String beside,
    @Nullable String parent,
    List<Highlights.Range> highlights,
    int fit) {

  static final Comparator<Candidate> BEST_FIRST =
      Comparator.<Candidate>comparingInt(candidate -> candidate.fit)
          .thenComparing(candidate -> candidate.title().length())
          .thenComparing(Candidate::title)
          .thenComparing(Candidate::id);

  private static final Pattern NUMBER = Pattern.compile("[0-9]{3,}");
  private static final int SHORT = 80;
  private static final int MOST_WORDS = 3;

  static Candidate of(Found found, SearchTerms terms) {
    var title = title(found.values());
    var highlights = title.isEmpty() ? List.<Highlights.Range>of() : Highlights.of(title, terms);
    return new Candidate(
        found.object(),
        found.id(),
        found.values(),
        found.beside().stream()
            .filter(text -> !Highlights.of(text, terms).isEmpty())
            .findFirst()
            .orElse(null),
        found.parent(),
        highlights,
        fitOf(found.values(), highlights, terms));
  }

  /// A row of the answer: a record with what its searched fields say.
  record Found(
      String object,
      UUID id,
      List<@Nullable String> values,
      List<String> beside,
      @Nullable String parent) {}

  private static int fitOf(
      List<@Nullable String> values, List<Highlights.Range> highlights, SearchTerms terms) {
    var wanted = terms.plain();
    if (values.stream().anyMatch(value -> value != null && Element.says(value, wanted))) {
      return 0;
    }
    if (highlights.isEmpty()) {
      return values.stream().anyMatch(value -> endsWith(value, wanted)) ? 1 : 4;
    }
    return highlights.getFirst().from() == 0 ? 2 : 3;
  }

  private static boolean endsWith(@Nullable String value, String digits) {
    return value != null && NUMBER.matcher(digits).matches() && value.endsWith(digits);
  }

  private String title() {
    return title(values);
  }

  private static String title(List<@Nullable String> values) {
    var title = values.isEmpty() ? null : values.getFirst();
    return title == null ? "" : title;
  }

  SearchHit hit() {
    return new SearchHit(
        object,
        id,
        title(),
        subtitle(),
        highlights.stream().map(range -> List.of(range.from(), range.to())).toList());
  }

  private @Nullable String subtitle() {
    var words = new ArrayList<String>();
    if (parent != null) {
      words.add(parent);
    }
    if (beside != null) {
      words.add(beside);
    }
    for (var value : values.subList(Math.min(1, values.size()), values.size())) {
      if (value != null && !value.isBlank() && words.size() < MOST_WORDS) {
        words.add(value.length() > SHORT ? value.substring(0, SHORT) + "…" : value);
      }
    }
    return words.isEmpty() ? null : String.join(" · ", words);
  }
}
