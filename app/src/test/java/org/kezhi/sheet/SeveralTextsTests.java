package org.kezhi.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeveralTextsTests {

  @Test
  void givesBackWhatWasJoined() {
    var texts = List.of("a", "=1+1", "b; c", "\"quoted\"", "一；二", "two\nlines", "5\" pipe");

    assertThat(SeveralTexts.of(SeveralTexts.joined(texts))).isEqualTo(texts);
  }

  @Test
  void readsWhatPeopleWrite() {
    assertThat(SeveralTexts.of("a;b；c\nd")).containsExactly("a", "b", "c", "d");
    assertThat(SeveralTexts.of("a;;b;")).containsExactly("a", "b");
    assertThat(SeveralTexts.of("5\" pipe;\"open")).containsExactly("5\" pipe", "\"open");
    assertThat(SeveralTexts.of(" ; ")).isEmpty();
  }
}
