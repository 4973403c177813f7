package org.kezhi.formula;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParserTests {

  @Test
  void bindsAsPeopleCalculate() {
    reads(
        """
        1 + 2 * 3 => (1 + (2 * 3))
        (1 + 2) * 3 => ((1 + 2) * 3)
        10 - 3 - 2 => ((10 - 3) - 2)
        -a * b => ((- a) * b)
        - - a => (- (- a))
        a % 2 = 0 => ((a % 2) = 0)
        'x' & a + 1 = b => (('x' & (a + 1)) = b)
        a or b and not c = d => (a or (b and (not (c = d))))
        not not a => (not (not a))
        IF(a>=1,TRUE,Empty) => if((a >= 1), true, empty)
        and(a, b) AND or(c) => (and(a, b) and or(c))
        1 + not(a) => (1 + not(a))
        today() => today()
        customer.value.revenue => customer.value.revenue
        """);
  }

  @Test
  void readsWhatChineseKeyboardsWrite() {
    reads(
        """
        （１＋２）×３ => ((1 + 2) * 3)
        ｉｆ（a ≥ 1，“是”，”否”） => if((a >= 1), '是', '否')
        a ≠ ‘x’ => (a <> 'x')
        a　÷　2 => (a / 2)
        a ！＝ b => (a != b)
        """);
  }

  @Test
  void keepsTextsAsTheyAreWritten() {
    reads(
        """
        'it''s' => 'it's'
        "say ""hi""\" => 'say "hi"'
        'a“b”c' => 'a“b”c'
        '１，（' => '１，（'
        '' => ''
        """);
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    refuses(
        """
         => formulaNothing 1
        1 + => formulaUnfinished 4
        (1 => formulaUnfinished 3
        1) => formulaUnexpected 2
        1 2 => formulaUnexpected 3
        a < b < c => formulaUnexpected 7
        round(1,) => formulaUnexpected 9
        and b => formulaUnexpected 1
        a + * b => formulaUnexpected 5
        .5 => formulaUnexpected 1
        a; drop table customer => formulaUnexpected 2
        a -- b /* c */ => formulaUnexpected 9
        a ! b => formulaUnexpected 3
        😀 => formulaUnexpected 1
        1 + 'abc => formulaOpenText 5
        “abc" => formulaOpenText 1
        """);
  }

  @Test
  void refusesCharactersThatNoTextMayHold() {
    assertThat(mistake("'a\u0000b'")).isEqualTo("formulaBadCharacter 3");
    assertThat(mistake("1 +\u001b 1")).isEqualTo("formulaBadCharacter 4");
    assertThat(mistake("'\ud800'")).isEqualTo("formulaBadCharacter 2");
  }

  @Test
  void refusesWhatIsTooLongOrTooDeep() {
    assertThat(mistake("(".repeat(10_000))).isEqualTo("formulaTooLong 2001");
    assertThat(mistake("(".repeat(2_000))).isEqualTo("formulaTooDeep 101");
    assertThat(mistake("-".repeat(2_000))).isEqualTo("formulaTooDeep 101");
    assertThat(mistake("not ".repeat(500))).isEqualTo("formulaTooDeep 401");
    assertThat(mistake("if(".repeat(600))).isEqualTo("formulaTooDeep 301");
    assertThat(mistake("x".repeat(2_001))).isEqualTo("formulaTooLong 2001");
    assertThat(Parser.parse("(".repeat(100) + "1" + ")".repeat(100)))
        .isInstanceOf(Node.Number.class);
  }

  @Test
  void answersAnythingWithATreeOrAMistake() {
    var random = new Random(7);
    var pieces =
        new String[] {"(", ")", ",", "'", "“", "a.b", "1", ".", "-", "not", "and", "<", "=", " "};
    var refused = 0;

    for (var i = 0; i < 20_000; i++) {
      var text =
          IntStream.range(0, random.nextInt(12))
              .mapToObj(_ -> pieces[random.nextInt(pieces.length)])
              .collect(joining());
      try {
        Parser.parse(text);
      } catch (FormulaError e) {
        refused++;
        assertThat(e.position()).as(text).isBetween(1, text.length() + 1);
      }
    }

    assertThat(refused).isBetween(10_000, 19_900);
  }

  private static void reads(String table) {
    var actual =
        table
            .lines()
            .map(line -> line.substring(0, line.indexOf(" => ")))
            .map(text -> text + " => " + shown(Parser.parse(text)) + "\n")
            .collect(joining());

    assertThat(actual).isEqualTo(table);
  }

  private static void refuses(String table) {
    var actual =
        table
            .lines()
            .map(line -> line.substring(0, line.indexOf(" => ")))
            .map(text -> text + " => " + mistake(text) + "\n")
            .collect(joining());

    assertThat(actual).isEqualTo(table);
  }

  private static String mistake(String text) {
    var errors = new String[1];
    assertThatExceptionOfType(FormulaError.class)
        .as(text)
        .isThrownBy(() -> Parser.parse(text))
        .satisfies(e -> errors[0] = e.code() + " " + e.position());
    return errors[0];
  }

  private static String shown(Node node) {
    return switch (node) {
      case Node.Number(var at) -> at.text();
      case Node.Name(var at) -> at.text();
      case Node.Text(var at) -> "'" + at.text() + "'";
      case Node.Truth(_, var value) -> String.valueOf(value);
      case Node.Empty _ -> "empty";
      case Node.Unary(var at, var operand) -> "(" + at.text() + " " + shown(operand) + ")";
      case Node.Binary(_, var operator, var left, var right) ->
          "(" + shown(left) + " " + operator + " " + shown(right) + ")";
      case Node.Call(var at, var arguments) ->
          at.text().toLowerCase(Locale.ROOT)
              + arguments.stream().map(ParserTests::shown).collect(joining(", ", "(", ")"));
    };
  }
}
