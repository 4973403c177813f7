package org.kezhi.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kezhi.search.Piece.Kind;

/// Finds out which syllables and initials a run of letters can stand for.
final class Spelling {

  private static final int LONGEST = 40;
  private static final int MOST_WAYS = 4;
  private static final int LONGEST_INITIALS = 10;

  private final String letters;
  private final boolean atEnd;
  private final Map<Integer, List<List<Piece>>> full = new HashMap<>();
  private final Map<Integer, List<List<Piece>>> mixed = new HashMap<>();

  private Spelling(String letters, boolean atEnd) {
    this.letters = letters;
    this.atEnd = atEnd;
  }

  /// The likely ways, few: whole syllables where that works out, else mixed with initials, and
  /// initials alone.
  ///
  /// @param atEnd whether the person may still be typing the last syllable
  static List<List<Piece>> ways(String letters, boolean atEnd) {
    if (letters.length() > LONGEST || !letters.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      return List.of();
    }
    var spelling = new Spelling(letters, atEnd);
    var whole = spelling.full(0);
    var ways = new ArrayList<>(whole.isEmpty() ? shortest(spelling.mixed(0)) : complete(whole));
    var initials = letters.chars().mapToObj(c -> initial((char) c)).toList();
    var spoken = letters.chars().allMatch(c -> Pinyin.isInitial((char) c));
    if (spoken && atEnd && letters.length() <= LONGEST_INITIALS && !ways.contains(initials)) {
      ways.add(initials);
    }
    return ways;
  }

  private List<List<Piece>> full(int from) {
    var known = full.get(from);
    if (known == null) {
      known = from == letters.length() ? List.of(List.of()) : fewest(syllables(from, this::full));
      full.put(from, known);
    }
    return known;
  }

  private List<List<Piece>> mixed(int from) {
    var known = mixed.get(from);
    if (known == null) {
      known = from == letters.length() ? List.of(List.of()) : fewest(any(from));
      mixed.put(from, known);
    }
    return known;
  }

  private Stream<List<Piece>> any(int from) {
    var letter = letters.charAt(from);
    var initial =
        Pinyin.isInitial(letter)
            ? mixed(from + 1).stream().map(rest -> begun(initial(letter), rest))
            : Stream.<List<Piece>>empty();
    return Stream.concat(syllables(from, this::mixed), initial);
  }

  private Stream<List<Piece>> syllables(int from, Rest rest) {
    var found = new ArrayList<List<Piece>>();
    for (int to = from + 1; to <= Math.min(from + 6, letters.length()); to++) {
      var part = letters.substring(from, to);
      var begun = atEnd && to == letters.length() && Pinyin.beginsSyllable(part);
      if (begun || Pinyin.isSyllable(part)) {
        var piece = part.length() == 1 ? initial(part.charAt(0)) : new Piece(Kind.SYLLABLE, part);
        rest.from(to).forEach(further -> found.add(begun(piece, further)));
      }
    }
    return found.stream();
  }

  private static List<List<Piece>> fewest(Stream<List<Piece>> ways) {
    return ways.distinct().sorted(Comparator.comparingInt(List::size)).limit(MOST_WAYS).toList();
  }

  /// Leaves out the ways that tear a letter off the last syllable without need.
  private static List<List<Piece>> complete(List<List<Piece>> ways) {
    var complete = ways.stream().filter(way -> way.getLast().is(Kind.SYLLABLE)).toList();
    return complete.isEmpty() ? ways : complete;
  }

  private static List<List<Piece>> shortest(List<List<Piece>> ways) {
    return ways.stream().filter(way -> way.size() == ways.getFirst().size()).toList();
  }

  private static Piece initial(char letter) {
    return new Piece(Kind.INITIAL, String.valueOf(letter));
  }

  private static List<Piece> begun(Piece first, List<Piece> rest) {
    return Stream.concat(Stream.of(first), rest.stream()).toList();
  }

  private interface Rest {
    List<List<Piece>> from(int index);
  }
}
