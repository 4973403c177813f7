package org.kezhi.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.IMPORT_BAD_ROW;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.kezhi.access.Tokens;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/// A large file of which every tenth line is broken, in each of the ways in which files are.
@AppTest
class BadLinesTests {

  private static final int LINES = 100_000;
  private static final int WAYS = 8;
  private static final int HUGE = 1_000_000;

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  @Test
  void takesTheGoodAmongTheBrokenAndReportsEachOfThose() {
    var uploads = new Uploads(new People(db, tokens, client).administrator());
    var draft = uploads.send("customer", "broken.csv", file());
    var done = uploads.run(draft);

    var broken = LINES / 10;
    var split = broken / WAYS; // a lone carriage return makes two lines of one
    assertThat(Uploads.counts(done))
        .isEqualTo(
            "%d read, %d created, 0 updated, 0 skipped, %d bad, done"
                .formatted(LINES + split, LINES - broken, broken + split));
    assertThat(
            db.select(DSL.countDistinct(IMPORT_BAD_ROW.LINE)).from(IMPORT_BAD_ROW).fetchSingle(0))
        .isEqualTo(broken + split);
    assertThat(db.fetchCount(CUSTOMER, CUSTOMER.CODE.startsWith("B"))).isZero();
    assertThat(db.fetchCount(CUSTOMER, CUSTOMER.EMAIL.isNull()))
        .as("no value is taken from the line before")
        .isEqualTo(LINES - broken - db.fetchCount(CUSTOMER, isOwnEmail()));
    assertThat(db.fetchCount(CUSTOMER, isOwnEmail())).isEqualTo(30_000);
    var code = DSL.field("errors -> 0 ->> 'code'", String.class);
    assertThat(db.selectDistinct(code).from(IMPORT_BAD_ROW).orderBy(code).fetch(code))
        .containsExactly(
            "badCharacter",
            "brokenQuotes",
            "tooFewCells",
            "tooLong",
            "tooManyCells",
            "unclosedQuote",
            "undecodable");
    uploads.rest();
  }

  private static Condition isOwnEmail() {
    return CUSTOMER.EMAIL.eq(CUSTOMER.CODE.concat("@example.com"));
  }

  private static byte[] file() {
    var file = new ByteArrayOutputStream();
    write(file, "\ufeffcode,name,email,kind,name\n");
    for (var i = 0; i < LINES; i++) {
      if (i % 10 == 0) {
        broken(file, i);
      } else {
        var email = i % 3 == 0 ? "G" + i + "@example.com" : "";
        write(file, "G" + i + ",名" + i + "," + email + ",company,\n");
      }
    }
    return file.toByteArray();
  }

  private static void broken(ByteArrayOutputStream file, int i) {
    var code = "B" + i;
    switch (i / 10 % WAYS) {
      case 0 -> write(file, code + ",\"never closed,b@example.com,company,\n");
      case 1 -> write(file, code + ",\"a\"b,b@example.com,company,\n");
      case 2 -> write(file, code + ",short\n");
      case 3 -> write(file, code + ",too,,company,,many,cells\n");
      case 4 -> write(file, code + ",a\0b,b@example.com,company,\n");
      case 5 -> write(file, code + ",one\rtwo,b@example.com,company,\n");
      case 6 -> write(file, code + "," + "x".repeat(i < 1_000 ? HUGE : 600) + ",,company,\n");
      default -> {
        write(file, code + ",b");
        file.write(0xff);
        write(file, "d,,company,\n");
      }
    }
  }

  private static void write(ByteArrayOutputStream file, String text) {
    file.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
