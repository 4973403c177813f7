package org.kezhi.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Who is named in a text.
class NamesTests {

  private static final Colleague SHORT = new Colleague(new UUID(0, 1), "陈晓");
  private static final Colleague LONG = new Colleague(new UUID(0, 2), "陈晓明");
  private static final Colleague NAMESAKE = new Colleague(new UUID(0, 3), "陈晓明");

  @Test
  void meansTheLongestName() {
    assertThat(Names.in("@陈晓明 请看", List.of(SHORT, LONG))).containsExactly(LONG);
    assertThat(Names.in("@陈晓明和@陈晓", List.of(SHORT, LONG))).containsExactly(LONG, SHORT);
    assertThat(Names.in("陈晓 a@b.example", List.of(SHORT, LONG))).isEmpty();
  }

  @Test
  void meansBothWhoHaveTheName() {
    assertThat(Names.in("@陈晓明", List.of(LONG, SHORT, NAMESAKE))).containsExactly(LONG, NAMESAKE);
  }
}
