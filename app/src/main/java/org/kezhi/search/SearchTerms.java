package org.kezhi.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kezhi.record.FieldKind;

/// What a person typed into a search box, and the queries on the tokens that answer it.
///
/// Spaces separate parts that must all be found, in any field and order.
///
/// @param plain all signs of it, without what stands between them
record SearchTerms(List<Part> parts, String plain) {

  private static final int LONGEST = 200;
  private static final int MOST_PARTS = 8;
  private static final int MOST_WAYS = 8;

  /// A token that no record has.
  private static final String NOTHING = "!";

  /// A searched field with the tag that its tokens carry.
  record Tagged(String tag, FieldKind kind) {

    boolean isSpoken() {
      return kind == FieldKind.TEXT;
    }

    boolean hasDigits() {
      return kind != FieldKind.LONG_TEXT;
    }
  }

  /// A part with the ways in which it can be read: as it stands, or with letters as pinyin.
  record Part(List<Element> elements, List<List<Piece>> ways, List<Phrase> spoken, Phrase literal) {

    private static Part of(List<Element> elements) {
      var ways = SearchTerms.ways(elements);
      return new Part(
          elements,
          ways,
          ways.stream().map(Phrase::new).toList(),
          new Phrase(elements.stream().map(Piece::of).toList()));
    }

    private boolean isNumber() {
      return elements.size() == 1 && SearchTerms.isNumber(elements.getFirst().text());
    }
  }

  static SearchTerms of(String typed) {
    var text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    var parts = Element.parts(text).stream().limit(MOST_PARTS).map(Part::of).toList();
    var signs = parts.stream().flatMap(part -> part.elements.stream()).map(Element::text);
    return new SearchTerms(parts, signs.collect(Collectors.joining()));
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /// Finds every record in which all parts occur in some of these fields.
  String anywhere(List<Tagged> fields) {
    return parts.stream().map(part -> anywhere(part, fields)).collect(Collectors.joining(" & "));
  }

  /// Finds the records whose title begins so.
  String head(Tagged title) {
    var head = TokenVector.head(elements());
    var isOneSign = head.codePointCount(0, head.length()) == 3 && head.endsWith(TokenVector.END);
    return isOneSign
        ? Phrase.lexeme(title.tag() + head, false)
        : Phrase.lexeme(title.tag() + open(head), true);
  }

  /// Finds the records of which one field says just this, or ends with these digits.
  String wholeValue(List<Tagged> fields) {
    var all = elements();
    var queries = new ArrayList<String>();
    var head = TokenVector.head(all);
    if (head.endsWith(TokenVector.END)) {
      queries.add(Phrase.lexeme(fields.getFirst().tag() + head, false));
    }
    if (all.size() == 1 && all.getFirst().isWord()) {
      fields.forEach(field -> queries.add(whole(all.getFirst().text(), field)));
    }
    return queries.isEmpty() ? Phrase.lexeme(NOTHING, false) : String.join(" | ", queries);
  }

  private List<Element> elements() {
    return parts.stream().flatMap(part -> part.elements.stream()).toList();
  }

  private static String open(String head) {
    return head.endsWith(TokenVector.END) ? head.substring(0, head.length() - 1) : head;
  }

  private static String whole(String word, Tagged field) {
    if (isNumber(word) && field.hasDigits()) {
      return digits(word, field.tag(), true);
    }
    var mark = TokenVector.isLong(word) ? TokenVector.LONG : "";
    return Phrase.lexeme(field.tag() + mark + word + TokenVector.END, false);
  }

  private static String anywhere(Part part, List<Tagged> fields) {
    var literal = List.of(part.literal);
    var queries = new ArrayList<String>();
    for (var field : fields) {
      if (part.isNumber() && field.hasDigits()) {
        queries.add(digits(dialled(part.elements.getFirst().text(), field), field.tag(), false));
      } else if (field.kind() != FieldKind.PHONE) {
        (field.isSpoken() ? part.spoken : literal)
            .stream().flatMap(phrase -> phrase.queries(field.tag())).forEach(queries::add);
      }
    }
    return queries.isEmpty()
        ? Phrase.lexeme(NOTHING, false)
        : queries.stream().distinct().collect(Collectors.joining(" | ", "(", ")"));
  }

  /// A number dialled with the zero of its area, which is not written behind a country code.
  private static String dialled(String number, Tagged field) {
    return field.kind() == FieldKind.PHONE && number.matches("0[1-9][0-9]{2,}")
        ? number.substring(1)
        : number;
  }

  private static boolean isNumber(String word) {
    return word.length() >= TokenVector.FEWEST_DIGITS
        && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// Finds a number by digits that stand together in it, or at its end.
  private static String digits(String number, String tag, boolean atEnd) {
    var together = TokenVector.DIGITS_TOGETHER;
    var grams = new ArrayList<String>();
    for (int from = 0; from == 0 || from + together <= number.length(); from++) {
      var gram = number.substring(from, Math.min(from + together, number.length()));
      var isLast = from + together >= number.length();
      var token = tag + TokenVector.NUMBER + gram + (isLast && atEnd ? TokenVector.END : "");
      grams.add(Phrase.lexeme(token, isLast && !atEnd));
    }
    return "(" + String.join(" <-> ", grams) + ")";
  }

  private static List<List<Piece>> ways(List<Element> part) {
    var ways = List.of(List.<Piece>of());
    for (int i = 0; i < part.size(); i++) {
      var next = ways(part.get(i), i == part.size() - 1);
      ways =
          ways.stream()
              .flatMap(way -> next.stream().map(more -> joined(way, more)))
              .limit(MOST_WAYS)
              .toList();
    }
    return ways;
  }

  private static List<List<Piece>> ways(Element element, boolean atEnd) {
    var asIs = List.of(Piece.of(element));
    if (!element.isWord()) {
      return List.of(asIs);
    }
    return Stream.concat(Stream.of(asIs), Spelling.ways(element.text(), atEnd).stream()).toList();
  }

  private static List<Piece> joined(List<Piece> first, List<Piece> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }
}
