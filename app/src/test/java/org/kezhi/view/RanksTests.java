package org.kezhi.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RanksTests {

  @Test
  void countsOnWhereThereIsRoom() {
    assertThat(Ranks.between(null, null, 2)).containsExactly(number("1"), number("2"));
    assertThat(Ranks.between(null, number("1"), 1)).containsExactly(number("0"));
    assertThat(Ranks.between(number("7.5"), null, 2)).containsExactly(number("8.5"), number("9.5"));
  }

  @Test
  void findsShortNumbersBetween() {
    assertThat(Ranks.between(number("1"), number("2"), 1)).containsExactly(number("1.5"));
    assertThat(Ranks.between(number("1"), number("10"), 2))
        .containsExactly(number("4"), number("7"));
    assertThat(Ranks.between(number("1"), number("1.1"), 1)).containsExactly(number("1.05"));
  }

  @Test
  void staysInOrderHoweverOftenSomethingComesBetween() {
    var after = number("1");
    var before = number("2");
    for (var i = 0; i < 200; i++) {
      var found = Ranks.between(after, before, 1).getFirst();
      assertThat(found).isGreaterThan(after).isLessThan(before);
      if (i % 2 == 0) {
        after = found;
      } else {
        before = found;
      }
    }
    var many = new ArrayList<BigDecimal>(List.of(after));
    many.addAll(Ranks.between(after, before, 40));
    many.add(before);
    assertThat(many).isSorted().doesNotHaveDuplicates();
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
