package org.kezhi.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/// Finds the character that separates the cells: the one that cuts the first rows alike.
final class DelimiterGuess {

  private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|', '，', '^', ':');
  private static final int ROWS = 30;

  private DelimiterGuess() {}

  static char of(Reader text) throws IOException {
    var head = new char[64_000];
    var length = new BufferedReader(text).read(head, 0, head.length);
    var beginning = length <= 0 ? "" : new String(head, 0, length);
    var best = ',';
    var bestScore = 0.0;
    for (var candidate : CANDIDATES) {
      var score = score(beginning, candidate);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static double score(String beginning, char delimiter) throws IOException {
    var widths = new ArrayList<Integer>();
    try (var rows = new CsvRows(Reader.of(beginning), delimiter)) {
      for (var row = rows.next(); row != null && widths.size() < ROWS; row = rows.next()) {
        widths.add(row.cells().size());
      }
    }
    // the last row was probably cut off in the middle
    if (widths.size() > 2) {
      widths.removeLast();
    }
    if (widths.isEmpty() || widths.getFirst() < 2) {
      return 0;
    }
    var header = widths.getFirst();
    var alike = widths.stream().filter(header::equals).count();
    return (double) alike / widths.size() * 1_000 + Math.min(header, 100);
  }
}
