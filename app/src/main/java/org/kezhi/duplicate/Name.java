package org.kezhi.duplicate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.kezhi.search.Pinyin;

/// A name without what tells little: width, case, gaps, brackets, the legal form, and, for
/// companies, the place, which is kept apart.
///
/// @param core what is left: letters, digits and Chinese characters
/// @param places the places that the name of a company has told
/// @param syllables the core as it is spoken: a syllable for each Chinese character, other letters
///   as they are
record Name(String core, Set<String> places, List<String> syllables) {

  private static final int LEAST_WITHOUT_PLACE = 3;
  private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔]([^)\\]】〕]*)[)\\]】〕]");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern FORMS =
      Pattern.compile(
          "(股份有限责任公司|集团股份有限公司|股份有限公司|有限责任公司|集团有限公司|控股有限公司|有限公司|集团公司|股份公司|总公司|公司"
              + "|有限合伙|普通合伙|集团|控股)$");
  private static final Set<String> ENGLISH_FORMS =
      Set.of(
          "co",
          "company",
          "ltd",
          "limited",
          "inc",
          "incorporated",
          "corp",
          "corporation",
          "llc",
          "llp",
          "plc",
          "gmbh",
          "ag",
          "kg",
          "sa",
          "srl",
          "bv",
          "nv",
          "pty",
          "pte",
          "kk",
          "oy",
          "ab",
          "group",
          "holdings",
          "holding",
          "the",
          "and");

  static Name ofCompany(String text) {
    var narrow = fold(text);
    var places = new TreeSet<String>();
    var open =
        BRACKETS
            .matcher(narrow)
            .replaceAll(match -> {
              var inside = SIGNS.matcher(match.group(1)).replaceAll("");
              Places.only(inside).ifPresent(places::add);
              return Places.only(inside).isPresent() || "中国".equals(inside) ? "" : match.group(1);
            });
    if (isChinese(open)) {
      return of(withoutPlace(withoutForm(SIGNS.matcher(open).replaceAll("")), places), places);
    }
    return of(withoutEnglishForm(open), places);
  }

  /// Any other name.
  static Name of(String text) {
    return of(SIGNS.matcher(fold(text)).replaceAll(""), Set.of());
  }

  private static Name of(String core, Set<String> places) {
    var syllables = new ArrayList<String>();
    core.codePoints()
        .mapToObj(Character::toString)
        .forEach(character -> {
          var readings = Pinyin.readings(character);
          syllables.add(readings.isEmpty() ? character : readings.getFirst());
        });
    return new Name(core, Set.copyOf(places), List.copyOf(syllables));
  }

  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  boolean isChinese() {
    return isChinese(core);
  }

  /// The core as it is spoken.
  String sound() {
    return String.join("", syllables);
  }

  /// What typing errors mostly leave as it is: the first letters of the syllables, or the
  /// consonants; empty where that would tell too little.
  String skeleton() {
    if (isChinese()) {
      return syllables.size() < 4
          ? ""
          : String.join("", syllables.stream().map(one -> one.substring(0, 1)).toList());
    }
    var consonants = core.replaceAll("(?<=.)[aeiouy]", "").replaceAll("(.)\\1+", "$1");
    return consonants.length() < 5 ? "" : consonants;
  }

  /// How much it tells that two names are the same, from 0 to 1.
  double weight() {
    var length = core.codePointCount(0, core.length());
    var enough = isChinese() ? 4 : 6;
    return length >= enough ? 0.85 : length >= enough - 1 ? 0.6 : 0.4;
  }

  private static boolean isChinese(String text) {
    return text.codePoints()
        .anyMatch(code -> Character.UnicodeScript.of(code) == Character.UnicodeScript.HAN);
  }

  private static String withoutForm(String name) {
    var before = name;
    var after = FORMS.matcher(before).replaceFirst("");
    while (!after.equals(before) && !after.isEmpty()) {
      before = after;
      after = FORMS.matcher(before).replaceFirst("");
    }
    return before;
  }

  /// A short name is nothing without its place: 宁波银行 is no bank of another city.
  private static String withoutPlace(String name, Set<String> places) {
    var rest = name;
    for (var found = Places.at(rest); found.isPresent(); found = Places.at(rest)) {
      if (rest.length() - found.get().length() < LEAST_WITHOUT_PLACE) {
        break;
      }
      places.add(found.get().place());
      rest = rest.substring(found.get().length());
    }
    return rest;
  }

  private static String withoutEnglishForm(String name) {
    var words = Arrays.stream(SIGNS.split(name)).filter(word -> !word.isEmpty()).toList();
    var kept = words.stream().filter(word -> !ENGLISH_FORMS.contains(word)).toList();
    return String.join("", kept.isEmpty() ? words : kept);
  }
}
