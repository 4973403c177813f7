package org.kezhi.check;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.kezhi.access.Permission;
import org.kezhi.access.Viewer;
import org.kezhi.platform.Invariant;
import org.kezhi.platform.Labels;
import org.kezhi.platform.ProblemAnswers;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Asks every invariant whether it holds.
@RestController
@RequestMapping("/api/checks")
@PreAuthorize("isAuthenticated()")
class CheckController {

  private final List<Invariant> invariants;
  private final Labels labels;

  CheckController(List<Invariant> invariants, Labels labels) {
    this.invariants = invariants.stream().sorted(Comparator.comparing(Invariant::name)).toList();
    this.labels = labels;
  }

  @GetMapping
  CheckList listChecks(Viewer viewer, HttpServletRequest request) {
    viewer.require(Permission.ADMIN_SETTINGS);
    var language = ProblemAnswers.language(request);
    return new CheckList(
        invariants.stream()
            .map(invariant -> {
              var found = invariant.check();
              return new Check(
                  invariant.name(),
                  labels.text(language, "check." + invariant.name()),
                  found.checked(),
                  found.broken(),
                  found.examples());
            })
            .toList());
  }

  /// What all invariants found.
  record CheckList(List<Check> items) {}

  /// What one invariant found.
  record Check(String name, String label, long checked, long broken, List<String> examples) {}
}
