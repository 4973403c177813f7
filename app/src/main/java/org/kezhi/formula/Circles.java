package org.kezhi.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds formulas that lead back to themselves.
final class Circles {

  private Circles() {}

  static Optional<List<String>> find(Map<String, String> texts) {
    var reads = new LinkedHashMap<String, Set<String>>();
    texts.forEach((field, text) -> reads.put(field, names(text)));
    // what reads nothing that is left cannot be on a circle, and what is left in the end leads
    // there
    while (reads.values().removeIf(names -> names.stream().noneMatch(reads::containsKey))) {}
    return reads.keySet().stream().findFirst().map(start -> walk(start, reads));
  }

  private static List<String> walk(String start, Map<String, Set<String>> reads) {
    var path = new ArrayList<String>();
    var at = start;
    while (!path.contains(at)) {
      path.add(at);
      at =
          reads.getOrDefault(at, Set.of()).stream()
              .filter(reads::containsKey)
              .findFirst()
              .orElseThrow();
    }
    var circle = new ArrayList<>(path.subList(path.indexOf(at), path.size()));
    circle.add(at);
    return List.copyOf(circle);
  }

  /// The names that stand in a formula; none where it is not one.
  private static Set<String> names(String text) {
    var names = new LinkedHashSet<String>();
    try {
      var open = new ArrayDeque<Node>(List.of(Parser.parse(text)));
      while (!open.isEmpty()) {
        switch (open.pop()) {
          case Node.Name(var at) -> names.add(at.text());
          case Node.Unary(_, var operand) -> open.push(operand);
          case Node.Binary(_, _, var left, var right) -> List.of(right, left).forEach(open::push);
          case Node.Call(_, var arguments) -> arguments.reversed().forEach(open::push);
          case Node.Number _, Node.Text _, Node.Truth _, Node.Empty _ -> {}
        }
      }
    } catch (FormulaError _) {
      // a formula that nobody can read leads nowhere
    }
    return names;
  }
}
