package org.kezhi.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Policy;
import org.kezhi.access.Viewer;
import org.kezhi.record.ObjectTypes;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers the search over everything.
@RestController
@PreAuthorize("isAuthenticated()")
class SearchController {

  private static final int MOST = 100;

  private final SearchQueries queries;
  private final ObjectTypes types;
  private final Policy policy;

  SearchController(SearchQueries queries, ObjectTypes types, Policy policy) {
    this.queries = queries;
    this.types = types;
    this.policy = policy;
  }

  @GetMapping("/api/search")
  SearchAnswer searchRecords(
      Viewer viewer,
      @RequestParam String q,
      @RequestParam(required = false) @Nullable String object,
      @RequestParam(defaultValue = "20") int limit) {
    var terms = SearchTerms.of(q);
    var wanted =
        types.all().stream()
            .filter(SearchFields::isSearched)
            .filter(type -> policy.maySee(viewer, type))
            .filter(type -> object == null || type.name().equals(object))
            .toList();
    if (terms.isEmpty()) {
      return new SearchAnswer(List.of());
    }
    var hits =
        inTurn(queries.find(viewer, wanted, terms)).stream()
            .limit(Math.clamp(limit, 1, MOST))
            .map(Candidate::hit)
            .toList();
    return new SearchAnswer(hits);
  }

  /// Among those that fit alike, each kind of record gets its turn, so that none drowns the others.
  private static List<Candidate> inTurn(List<Candidate> bestFirst) {
    Map<List<Object>, Integer> seen = new HashMap<>();
    var placed = new ArrayList<Map.Entry<Integer, Candidate>>();
    for (var candidate : bestFirst) {
      var turn = seen.merge(List.of(candidate.object(), candidate.fit()), 1, Integer::sum);
      placed.add(Map.entry(turn, candidate));
    }
    return placed.stream()
        .sorted(
            Comparator.<Map.Entry<Integer, Candidate>>comparingInt(entry -> entry.getValue().fit())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getValue)
        .toList();
  }
}
