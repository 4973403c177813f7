package org.kezhi.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds who is named in a text: an at sign and the name, the longest first, so that 陈晓 is not
/// meant where 陈晓明 is written.
final class Names {

  private static final String AT = "@";

  private Names() {}

  static List<Colleague> in(String text, List<Colleague> people) {
    var named = new ArrayList<Colleague>();
    var rest = text;
    var byLength =
        people.stream().sorted(Comparator.comparing((Colleague p) -> -p.title().length()));
    var last = "";
    for (var person : byLength.toList()) {
      var word = AT + person.title();
      if (rest.contains(word) || (word.equals(last) && text.contains(word))) {
        named.add(person);
        rest = rest.replace(word, "");
        last = word;
      }
    }
    return named;
  }
}
