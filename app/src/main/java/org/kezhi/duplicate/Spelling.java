package org.kezhi.duplicate;

/// How far apart two words are spelled.
final class Spelling {

  private Spelling() {}

  /// From 0 for nothing in common to 1 for the same: the share of letters that need no change.
  static double likeness(String one, String other) {
    var longer = Math.max(one.length(), other.length());
    return longer == 0 ? 1 : 1 - (double) distance(one, other) / longer;
  }

  /// How many letters must be changed, added, taken away or swapped with the next.
  private static int distance(String one, String other) {
    var steps = new int[one.length() + 1][other.length() + 1];
    for (var i = 0; i <= one.length(); i++) {
      steps[i][0] = i;
    }
    for (var j = 0; j <= other.length(); j++) {
      steps[0][j] = j;
    }
    for (var i = 1; i <= one.length(); i++) {
      for (var j = 1; j <= other.length(); j++) {
        var change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        steps[i][j] =
            Math.min(Math.min(steps[i][j - 1], steps[i - 1][j]) + 1, steps[i - 1][j - 1] + change);
        if (isSwap(one, i, other, j)) {
          steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
      }
    }
    return steps[one.length()][other.length()];
  }

  private static boolean isSwap(String one, int i, String other, int j) {
    return i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
