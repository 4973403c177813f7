package org.kezhi.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kezhi.search.Piece.Kind;

/// One way to read what was typed, as tokens at consecutive places.
final class Phrase {

  private final List<Piece> pieces;
  private final List<Spot> spots = new ArrayList<>();

  /// Tokens of which one must stand at a place.
  private record Spot(int place, List<String> tokens, boolean begins) {}

  Phrase(List<Piece> pieces) {
    this.pieces = pieces;
    for (int i = 0; i < pieces.size(); i++) {
      look(i);
    }
  }

  private void look(int i) {
    var piece = pieces.get(i);
    var next = i + 1 < pieces.size() ? pieces.get(i + 1) : null;
    switch (piece.kind()) {
      case WORD ->
          spots.add(new Spot(i, words(piece.text()), i == pieces.size() - 1 && isTelling(piece)));
      case HAN, SIGN -> lookForSign(i, piece, next);
      case SYLLABLE -> lookForSyllable(i, piece, next);
      case INITIAL -> lookForInitials(i);
    }
  }

  private static List<String> words(String text) {
    return TokenVector.isLong(text) ? List.of(text, TokenVector.LONG + text) : List.of(text);
  }

  private void lookForSign(int i, Piece sign, @Nullable Piece next) {
    if (next != null && (next.is(Kind.HAN) || next.is(Kind.SIGN))) {
      spots.add(new Spot(i, List.of(sign.text() + next.text()), false));
      return;
    }
    var covered = i > 0 && next == null && isSign(pieces.get(i - 1));
    if (!covered) {
      spots.add(new Spot(i, List.of(sign.text()), true));
    }
    var readings = sign.is(Kind.HAN) ? Pinyin.readings(sign.text()) : List.<String>of();
    if (next != null && next.isSpoken() && !readings.isEmpty()) {
      spots.add(new Spot(i, readings.stream().map(r -> r + next.text()).toList(), true));
    }
  }

  private void lookForSyllable(int i, Piece syllable, @Nullable Piece next) {
    if (next == null) {
      if (i == 0 || !pieces.get(i - 1).is(Kind.SYLLABLE)) {
        spots.add(new Spot(i, List.of(syllable.text()), true));
      }
    } else if (next.isSpoken()) {
      var whole = next.is(Kind.SYLLABLE) && i + 2 < pieces.size();
      spots.add(new Spot(i, List.of(syllable.text() + next.text()), !whole));
    } else {
      var readings = next.is(Kind.HAN) ? Pinyin.readings(next.text()) : List.<String>of();
      var tokens =
          readings.isEmpty()
              ? List.of(syllable.text())
              : readings.stream().map(syllable.text()::concat).toList();
      spots.add(new Spot(i, tokens, false));
    }
  }

  private void lookForInitials(int i) {
    int to = Math.min(i + TokenVector.INITIALS, pieces.size());
    var ways = List.of("");
    for (int at = i; at < to; at++) {
      var letters = initials(pieces.get(at));
      if (letters.isEmpty()) {
        to = at;
        break;
      }
      ways = ways.stream().flatMap(way -> letters.stream().map(way::concat)).toList();
    }
    var covered =
        i > 0 && to == pieces.size() && to - i < TokenVector.INITIALS && coveredBefore(i, to);
    if (!covered) {
      spots.add(new Spot(i, ways, to - i < TokenVector.INITIALS));
    }
  }

  /// Whether the tokens at the place before already say all of the letters from here on.
  private boolean coveredBefore(int i, int to) {
    var before = pieces.get(i - 1);
    return switch (before.kind()) {
      case INITIAL -> to - (i - 1) <= TokenVector.INITIALS;
      case SYLLABLE -> to - i == 1;
      case HAN -> to - i == 1 && !Pinyin.readings(before.text()).isEmpty();
      case SIGN, WORD -> false;
    };
  }

  /// A single letter beside other signs begins too many tokens to look them all up.
  private boolean isTelling(Piece word) {
    return pieces.size() == 1 || word.text().length() > 1;
  }

  private static List<String> initials(Piece piece) {
    return switch (piece.kind()) {
      case HAN -> TokenVector.initials(Pinyin.readings(piece.text()));
      case SYLLABLE, INITIAL -> List.of(piece.text().substring(0, 1));
      case SIGN, WORD -> List.of();
    };
  }

  private static boolean isSign(Piece piece) {
    return piece.is(Kind.HAN) || piece.is(Kind.SIGN);
  }

  /// The phrase in PostgreSQL's query language, within the field that has this tag: alternatives of
  /// which one must hold.
  Stream<String> queries(String tag) {
    return spots.size() == 1 ? lexemes(spots.getFirst(), tag) : Stream.of(consecutive(tag));
  }

  private String consecutive(String tag) {
    var query = new StringBuilder();
    int place = 0;
    for (var spot : spots) {
      if (!query.isEmpty()) {
        query.append(" <").append(spot.place() - place).append("> ");
      }
      query.append(lexemes(spot, tag).collect(Collectors.joining(" | ", "(", ")")));
      place = spot.place();
    }
    return "(" + query + ")";
  }

  private static Stream<String> lexemes(Spot spot, String tag) {
    return spot.tokens().stream().map(token -> lexeme(tag + token, spot.begins()));
  }

  /// One token in PostgreSQL's query language; tokens hold letters, digits and signs only.
  static String lexeme(String token, boolean begins) {
    return "'" + token + (begins ? "':*" : "'");
  }
}
