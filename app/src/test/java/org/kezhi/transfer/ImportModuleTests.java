package org.kezhi.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.CUSTOMER;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kezhi.access.Tokens;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@AppTest
class ImportModuleTests {

  private static final String CUSTOMERS =
      """
      编码,客户名称,类型,手机,地区,员工数,负责人,上级客户
      K1,杭州云起科技有限公司,企业,138 1234 5678,浙江,"1,200",,
      K2,陈梅,个人,13900000001,上海,,,K1
      K3,Lantern Works,Company,+44 20 7946 0958,London,35,,K1
      """;

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;

  private People people;
  private Uploads admin;

  @BeforeEach
  void logIn() {
    people = new People(db, tokens, client);
    admin = new Uploads(people.administrator());
  }

  @AfterEach
  void rest() {
    admin.rest();
  }

  @Test
  void guessesMappingAndShowsFirstRows() {
    var draft = admin.send("customer", CUSTOMERS.replace("138 1234 5678", "12"));

    assertThat(draft.status()).isEqualTo(201);
    var mapping = draft.body().get("settings").get("mapping");
    assertThat(mapping.get("code").stringValue()).isEqualTo("编码");
    assertThat(mapping.get("name").stringValue()).isEqualTo("客户名称");
    assertThat(mapping.get("headCount").stringValue()).isEqualTo("员工数");
    assertThat(mapping.get("parent").stringValue()).isEqualTo("上级客户");
    var preview = draft.body().get("preview");
    assertThat(preview.get(0).get("errors").get(0).get("code").stringValue())
        .isEqualTo("notAPhone");
    assertThat(preview.get(1).get("line").intValue()).isEqualTo(3);
    assertThat(db.fetchCount(CUSTOMER)).isZero();
  }

  @Test
  void importsCustomersWithReferencesToOneAnother() {
    var done = admin.run(admin.send("customer", CUSTOMERS));

    assertThat(Uploads.counts(done))
        .isEqualTo("3 read, 3 created, 0 updated, 0 skipped, 0 bad, done");
    var parent = CUSTOMER.as("parent");
    var row =
        db.select(CUSTOMER.fields())
            .select(parent.CODE)
            .from(CUSTOMER)
            .join(parent)
            .on(parent.ID.eq(CUSTOMER.PARENT_ID))
            .where(CUSTOMER.CODE.eq("K3"))
            .fetchSingle();
    assertThat(row.get(parent.CODE)).isEqualTo("K1");
    assertThat(row.get(CUSTOMER.KIND)).isEqualTo("company");
    assertThat(row.get(CUSTOMER.PHONE)).isEqualTo("+442079460958");
    assertThat(row.get(CUSTOMER.OWNER_ID)).isEqualTo(admin.api().user());
    assertThat(row.get(CUSTOMER.STATUS)).isEqualTo("potential");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void readsEveryEncoding(String name) {
    var text = CUSTOMERS.replace("\"1,200\"", "1200").replace(',', ';');
    var marked = name.startsWith("UTF") ? "\ufeff" + text : text;
    var draft = admin.send("customer", marked, Charset.forName(name));

    assertThat(draft.body().get("encoding").stringValue()).isEqualTo(name);
    assertThat(draft.body().get("delimiter").stringValue()).isEqualTo(";");
    assertThat(Uploads.counts(admin.run(draft))).startsWith("3 read, 3 created");
    assertThat(db.fetchExists(CUSTOMER, CUSTOMER.NAME.eq("陈梅"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          customer | 名称,编号,手机,电子邮件,省份,备注 | name,code,phone,email,region,description
          customer | 客户名称（必填）,简称,人数,业务员 | name,shortName,headCount,owner
          customer | Name,No.,Tel,E-mail,Country | name,code,phone,email,region
          customer | short_name,NAME,headCount,Remarks | shortName,name,headCount,description
          contact  | 姓名,客户,手机号码,职务 | name,customer,phone,jobTitle
          contact  | Full name,Company,Mobile | name,customer,phone
          product  | 名称,编码,单价(元) | name,code,listPrice
          product  | Product,SKU,Price,Cost | name,code,listPrice,cost
          order    | 单号,客户编号,日期,业务员 | code,customer,orderedAt,owner
          """)
  void guessesWhatColumnsMean(String object, String headers, String fields) {
    var mapping = admin.send(object, headers + "\n").body().get("settings").get("mapping");

    var names = headers.split(",");
    var guessed = new ArrayList<String>();
    mapping.forEachEntry((field, column) -> {
      guessed.add(field);
      assertThat(names[List.of(fields.split(",")).indexOf(field)]).isEqualTo(column.asString());
    });
    assertThat(guessed).containsExactlyInAnyOrder(fields.split(","));
  }

  @Test
  void showsWhatIsWrongWithTheFirstBadRows() {
    var run = admin.run("customer", "code,name,phone\nA,One,\"=1,2\"\nB\nC,Tre,\n", "{}");

    var bad = run.get("badValues");
    assertThat(bad.findValuesAsString("line")).containsExactly("2", "3");
    assertThat(bad.findValuesAsString("field")).containsExactly("phone", "");
    assertThat(bad.findValuesAsString("code")).containsExactly("notAPhone", "tooFewCells");
    assertThat(bad.findValuesAsString("value")).containsExactly("=1,2", "B");
    assertThat(bad.get(0).get("message").stringValue()).isEqualTo("Not a valid phone number");
  }

  @Test
  void updatesFillsSkipsOrCreates() {
    admin.run(admin.send("customer", "code,name,city\nA,One,\nB,Two,Oslo\n"));
    var again = "code,name,city\nA,Uno,Rome\nB,Due,\nC,Tre,Bari\n";

    assertThat(Uploads.counts(admin.run("customer", again, "{\"policy\":\"skip\"}")))
        .isEqualTo("3 read, 1 created, 0 updated, 2 skipped, 0 bad, done");
    assertThat(Uploads.counts(admin.run("customer", again, "{\"policy\":\"fill\"}")))
        .isEqualTo("3 read, 0 created, 1 updated, 2 skipped, 0 bad, done");
    assertThat(names()).isEqualTo("A One Rome, B Two Oslo, C Tre Bari");
    assertThat(Uploads.counts(admin.run("customer", again, "{\"policy\":\"update\"}")))
        .isEqualTo("3 read, 0 created, 2 updated, 1 skipped, 0 bad, done");
    assertThat(names()).isEqualTo("A Uno Rome, B Due Oslo, C Tre Bari");
    assertThat(Uploads.counts(admin.run("customer", again, "{\"policy\":\"create\"}")))
        .isEqualTo("3 read, 0 created, 0 updated, 0 skipped, 3 bad, done");
  }

  @Test
  void mergesLinesAboutOneRecord() {
    var text = "code,name,city,region\nA,One,,North\nA,Uno,Rome,\nB,Two,,\nA,Eins,,\n";

    assertThat(Uploads.counts(admin.run("customer", text, "{\"policy\":\"update\"}")))
        .isEqualTo("4 read, 2 created, 2 updated, 0 skipped, 0 bad, done");
    assertThat(names()).isEqualTo("A Eins Rome, B Two null");
  }

  @Test
  void takesAnImportBack() {
    admin.run(admin.send("customer", "code,name,city\nA,One,Oslo\n"));
    var before = db.selectFrom(CUSTOMER).fetch();

    var second =
        admin.run(
            "customer",
            "code,name,city\nA,Uno,Rome\nB,Due,Bari\nC,Tre,\n",
            "{\"policy\":\"update\"}");
    db.update(CUSTOMER)
        .set(CUSTOMER.CITY, "Como")
        .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(1))
        .where(CUSTOMER.CODE.eq("C"))
        .execute();
    var undone = admin.undo(second.get("id").stringValue());

    assertThat(undone.get("state").stringValue()).isEqualTo("undone");
    assertThat(undone.get("keptOnUndo").get(0).get("title").stringValue()).isEqualTo("Tre");
    assertThat(db.selectFrom(CUSTOMER).where(CUSTOMER.CODE.ne("C")).fetch()).isEqualTo(before);
    assertThat(admin.api().get("/api/jobs").column("kind"))
        .as("figures still waiting to be computed serve the next change as well")
        .matches("(value,)?importUndo,(value,)?import,(value,)?import")
        .contains("value");
  }

  private String names() {
    return String.join(
        ", ",
        db.select(CUSTOMER.CODE.concat(" ").concat(CUSTOMER.NAME), CUSTOMER.CITY)
            .from(CUSTOMER)
            .orderBy(CUSTOMER.CODE)
            .fetch(row -> row.value1() + " " + row.value2()));
  }
}
