package org.kezhi.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CUSTOMER;
import static org.kezhi.db.Tables.IMPORT_RUN;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kezhi.access.Tokens;
import org.kezhi.database.DataFolder;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.client.RestTestClient;

@AppTest
class BadInputTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired DataFolder folder;

  @Value("${local.server.port}")
  int port;

  private Uploads admin;

  @BeforeEach
  void logIn() {
    admin = new Uploads(new People(db, tokens, client).administrator());
  }

  @AfterEach
  void rest() {
    admin.rest();
  }

  @Test
  void takesTextsAsTheyAre() {
    var names =
        "=1+1;+cmd|' /C calc'!A0;'=x;👩‍👩‍👧‍👦;\u202Eabc;İıßẞ;e\u0301;  two blanks  ;\"\"";
    var lines = new StringBuilder("code;name;city\n");
    var i = 0;
    for (var name : names.split(";")) {
      lines.append("T").append(i++).append(";").append(name).append(";\n");
    }

    assertThat(Uploads.counts(admin.run(admin.send("customer", lines.toString()))))
        .isEqualTo("9 read, 8 created, 0 updated, 0 skipped, 1 bad, done");
    assertThat(db.select(CUSTOMER.NAME).from(CUSTOMER).orderBy(CUSTOMER.CODE).fetch(CUSTOMER.NAME))
        .containsExactly(names.replace(";\"\"", "").split(";"));
  }

  @Test
  void reportsWhatCannotBeStored() {
    var million = "x".repeat(1_000_000);
    var text =
        "code,name,city\nA,a\0b,\nB,"
            + million
            + ",\nC,good,\n"
            + "D,too,many,cells,here\nE\nF,\"never closed,\nG,good too,\nH,\"a\"b,\n\n,,\nC,twice,\n";
    var done = admin.run(admin.send("customer", text));

    assertThat(Uploads.counts(done))
        .isEqualTo("10 read, 2 created, 0 updated, 1 skipped, 7 bad, done");
    var bad = admin.badRows(done.get("id").stringValue());
    assertThat(bad)
        .contains("a\0b,,2,Name: Character 2 cannot be stored")
        .contains(million + ",,3,Name: At most 500 characters")
        .contains(",5,\"Expected 3 cells, but found 5\"")
        .contains("E,,,6,\"Expected 3 cells, but found 1\"")
        .contains("\"F,\"\"never closed,\",,,7,A quotation mark is not closed")
        .contains(",9,The quotation marks are not right")
        .contains(",,,11,Name: ");
  }

  @Test
  void takesPutRightBadRowsAgain() {
    var done =
        admin.run(
            admin.send(
                "customer", "code,name,email\nA,One,nobody\nB,=1+1,x\nC,Three,c@example.com\n"));
    var bad = admin.badRows(done.get("id").stringValue());
    assertThat(bad).contains("B,'=1+1,x,3,");

    var again = admin.run(admin.send("customer", bad.replace(",x,", ",b@example.com,")));

    assertThat(Uploads.counts(again))
        .isEqualTo("2 read, 1 created, 0 updated, 0 skipped, 1 bad, done");
    assertThat(db.fetchValue(CUSTOMER.NAME, CUSTOMER.CODE.eq("B"))).isEqualTo("=1+1");
    assertThat(admin.badRows(again.get("id").stringValue()).lines().toList().get(1))
        .isEqualTo("A,One,nobody,2,E-mail: Not a valid e-mail address");
  }

  @Test
  void reportsCharactersThatDoNotFitTheEncoding() {
    var good = "code,name,city\nA,杭州云起科技有限公司,杭州\nB,北京时代,北京\n";
    var bytes = (good + "C,b?d,\n").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 4] = (byte) 0xff;
    var done = admin.run(admin.send("customer", "x.csv", bytes));

    assertThat(Uploads.counts(done))
        .isEqualTo("3 read, 2 created, 0 updated, 0 skipped, 1 bad, done");
  }

  @Test
  void refusesFilesThatAreNoTables() {
    assertThat(admin.send("customer", "").body().get("type").stringValue())
        .isEqualTo("/problems/empty-file");
    var wide = String.join(",", Collections.nCopies(20_000, "c")) + "\n";
    assertThat(admin.send("customer", wide).body().get("type").stringValue())
        .isEqualTo("/problems/too-many-columns");
    assertThat(admin.send("nothing", "a\n").status()).isEqualTo(403);
    assertThat(db.fetchCount(IMPORT_RUN)).isZero();
  }

  @Test
  void refusesATooLargeFileBeforeItHasArrived() throws IOException {
    var beginning =
        """
        POST /api/imports HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: multipart/form-data; boundary=x
        Content-Length: 2000000000

        --x
        Content-Disposition: form-data; name="file"; filename="a.csv"

        code,name
        """
            .formatted(admin.api().token())
            .replace("\n", "\r\n");
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
      var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);

      assertThat(answer).isEqualTo("HTTP/1.1 413");
    }
    assertThat(folder.folder("uploads")).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource(Bombs.class)
  void refusesDangerousWorkbooks(Bombs bomb) {
    var sent = admin.send("customer", "bomb.xlsx", bomb.bytes());

    assertThat(sent.status()).isEqualTo(400);
    assertThat(sent.body().get("type").stringValue())
        .isIn("/problems/dangerous-file", "/problems/unreadable-file");
    assertThat(db.fetchCount(IMPORT_RUN)).isZero();
  }

  @Test
  void readsWorkbooks() {
    var sent = admin.send("customer", "good.xlsx", Bombs.workbook(Bombs.SHEET));

    assertThat(sent.status()).isEqualTo(201);
    assertThat(Uploads.counts(admin.run(sent)))
        .isEqualTo("2 read, 1 created, 0 updated, 0 skipped, 1 bad, done");
    var row = db.selectFrom(CUSTOMER).fetchSingle();
    assertThat(row.getCode()).isEqualTo("17850");
    assertThat(row.getName()).isEqualTo("Lantern & Works");
    assertThat(row.getHeadCount()).isEqualTo(35);
  }
}
