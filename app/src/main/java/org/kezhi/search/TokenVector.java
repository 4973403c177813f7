package org.kezhi.search;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.kezhi.record.FieldKind;

/// Collects the tokens of one record, each with its places, in PostgreSQL's form of a tsvector.
///
/// At its place every character leaves itself with the next one, its reading with that of the next,
/// and the initials from there on; so a phrase of tokens finds any piece of a name however it is
/// typed. A field's tag before each token keeps the fields apart.
final class TokenVector {

  /// To be raised with every change of how values become tokens.
  static final int EDITION = 1;

  static final int INITIALS = 3;
  static final int FEWEST_DIGITS = 3;
  static final int DIGITS_TOGETHER = 4;
  static final int HEAD = 3;

  /// Closes a token that is all there is of a value, or its end.
  static final String END = "$";

  /// Opens the token that the value begins with.
  static final String START = "^";

  /// Marks some digits out of a longer number.
  static final String NUMBER = "#";

  /// Marks a long word, whose beginning stands unmarked beside it: looking up a short beginning
  /// must not go through all the words that begin so.
  static final String LONG = "=";

  private static final int BEGINNING = 4;
  private static final int LAST_PLACE = 16_000;
  private static final int MOST_READINGS_TOGETHER = 12;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{" + FEWEST_DIGITS + ",}");

  private final TreeMap<String, List<Integer>> places = new TreeMap<>();
  private String tag = "";
  private int digits;

  void add(String fieldTag, FieldKind kind, String value) {
    tag = fieldTag;
    digits = 0;
    var elements = Element.of(value);
    var isShort = kind != FieldKind.LONG_TEXT;
    for (int i = 0; i < Math.min(elements.size(), LAST_PLACE); i++) {
      var element = elements.get(i);
      if (element.isWord()) {
        addWord(element.text(), i, elements.size() == 1, isShort);
      } else {
        addSign(elements, i);
      }
      if (isShort && element.isHan()) {
        addReadings(elements, i);
      }
    }
  }

  /// Adds how the value begins, for the field by which people call a record.
  void addHead(String fieldTag, String value) {
    tag = fieldTag;
    put(head(Element.of(value)), 0);
  }

  /// The first letters of a value; closed where that is all of it.
  static String head(List<Element> elements) {
    var head = new StringBuilder(START);
    elements.stream().limit(HEAD).forEach(element -> head.append(element.text()));
    int length = head.codePointCount(0, head.length());
    return length > HEAD + 1
        ? head.substring(0, head.offsetByCodePoints(0, HEAD + 1))
        : head.append(END).toString();
  }

  private void addWord(String word, int place, boolean alone, boolean withDigits) {
    var closed = alone ? word + END : word;
    if (isLong(word)) {
      put(word.substring(0, BEGINNING), place);
      put(LONG + closed, place);
    } else {
      put(closed, place);
    }
    if (withDigits) {
      var runs = DIGITS.matcher(word);
      while (runs.find()) {
        addDigits(runs.group());
      }
    }
  }

  static boolean isLong(String word) {
    return word.length() > BEGINNING;
  }

  /// Digits leave every few that stand together, so that any piece of a number finds it.
  private void addDigits(String run) {
    for (int from = 0; from + FEWEST_DIGITS <= run.length(); from++) {
      int to = Math.min(from + DIGITS_TOGETHER, run.length());
      put(NUMBER + run.substring(from, to) + (to == run.length() ? END : ""), digits + from);
    }
    digits += run.length();
  }

  private void addSign(List<Element> elements, int place) {
    var next = place + 1 < elements.size() ? elements.get(place + 1) : null;
    var sign = elements.get(place).text();
    put(next == null || next.isWord() ? sign : sign + next.text(), place);
  }

  private void addReadings(List<Element> elements, int place) {
    var reach = Math.min(place + INITIALS, elements.size());
    var readings = new ArrayList<List<String>>();
    for (var element : elements.subList(place, reach)) {
      var known = element.isHan() ? Pinyin.readings(element.text()) : List.<String>of();
      if (known.isEmpty()) {
        break;
      }
      readings.add(known);
    }
    together(readings.subList(0, Math.min(2, readings.size()))).forEach(pair -> put(pair, place));
    if (readings.size() > 1) {
      together(readings.stream().map(TokenVector::initials).toList())
          .forEach(initials -> put(initials, place));
    }
  }

  static List<String> initials(List<String> readings) {
    return readings.stream().map(reading -> reading.substring(0, 1)).distinct().toList();
  }

  /// All ways to say the characters one after the other.
  private static List<String> together(List<List<String>> readings) {
    if (readings.isEmpty()) {
      return List.of();
    }
    var ways = List.of("");
    for (var next : readings) {
      ways =
          ways.stream()
              .flatMap(way -> next.stream().map(way::concat))
              .limit(MOST_READINGS_TOGETHER)
              .toList();
    }
    return ways;
  }

  private void put(String token, int place) {
    var found = places.computeIfAbsent(tag + token, _ -> new ArrayList<>(1));
    if (found.isEmpty() || found.getLast() != place + 1) {
      found.add(place + 1);
    }
  }

  int size() {
    return places.size();
  }

  /// The vector as PostgreSQL reads it; tokens hold letters, digits and signs only, never a quote.
  @Override
  public String toString() {
    var text = new StringBuilder();
    places.forEach((token, at) -> {
      text.append('\'').append(token).append("':");
      at.stream().limit(255).forEach(place -> text.append(place).append(','));
      text.setCharAt(text.length() - 1, ' ');
    });
    return text.toString();
  }
}
