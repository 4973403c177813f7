package org.kezhi.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds where a text shows what was typed, whichever way it was typed.
final class Highlights {

  private final List<Element> elements;
  private final List<Range> ranges = new ArrayList<>();

  /// A stretch of a text.
  record Range(int from, int to) {}

  private Highlights(List<Element> elements) {
    this.elements = elements;
  }

  /// One range for each part of the search that the text holds.
  static List<Range> of(String text, SearchTerms terms) {
    var highlights = new Highlights(Element.of(text));
    terms.parts().forEach(part -> highlights.find(part).ifPresent(highlights.ranges::add));
    return highlights.ranges;
  }

  private Optional<Range> find(SearchTerms.Part part) {
    for (int i = 0; i < elements.size(); i++) {
      for (var way : part.ways()) {
        var range = at(i, way);
        if (range.isPresent()) {
          return range;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Range> at(int start, List<Piece> way) {
    if (start + way.size() > elements.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < way.size(); i++) {
      if (!fits(way.get(i), elements.get(start + i), i == way.size() - 1)) {
        return Optional.empty();
      }
    }
    var last = elements.get(start + way.size() - 1);
    if (way.size() == 1 && last.isWord()) {
      return Optional.of(within(last, way.getFirst().text()));
    }
    return Optional.of(new Range(elements.get(start).from(), last.to()));
  }

  private static boolean fits(Piece piece, Element element, boolean isLast) {
    return switch (piece.kind()) {
      case HAN, SIGN -> element.text().equals(piece.text());
      case WORD -> element.isWord() && (begins(element, piece) || isDigitsOf(element, piece));
      case INITIAL -> isRead(element, piece, true);
      case SYLLABLE -> isRead(element, piece, isLast);
    };
  }

  private static boolean begins(Element element, Piece piece) {
    return element.text().startsWith(piece.text());
  }

  private static boolean isDigitsOf(Element element, Piece piece) {
    var digits = piece.text();
    return digits.length() >= TokenVector.FEWEST_DIGITS
        && digits.chars().allMatch(Character::isDigit)
        && element.text().contains(digits);
  }

  private static boolean isRead(Element element, Piece piece, boolean begun) {
    return element.isHan()
        && Pinyin.readings(element.text()).stream()
            .anyMatch(r -> begun ? r.startsWith(piece.text()) : r.equals(piece.text()));
  }

  /// The part of a word, where the word stands as it was written.
  private static Range within(Element word, String text) {
    if (word.to() - word.from() != word.text().length()) {
      return new Range(word.from(), word.to());
    }
    int from = word.from() + word.text().indexOf(text);
    return new Range(from, from + text.length());
  }
}
