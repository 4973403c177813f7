import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ten fields of customers that somebody has added, one of each everyday kind. */
record CustomFields(URI url, String token) {

  /** What fills the column of each, which are numbered as they are added. */
  static final Map<String, String> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put("x_1", Generator.one("i", 41, "a", "b", "c", "d", "e"));
    VALUES.put("x_2", Generator.pick("i", 42, "100000"));
    VALUES.put("x_3", Generator.pick("i", 43, "1000000"));
    VALUES.put("x_4", "date '2016-01-01' + %s::int".formatted(Generator.pick("i", 44, "3650")));
    VALUES.put("x_5", "now() - make_interval(secs => %s)".formatted(Generator.pick("i", 45, "90000000")));
    VALUES.put("x_6", Generator.pick("i", 46, "2") + " = 0");
    VALUES.put("x_7", Generator.pick("i", 47, "100") + " / 100.0");
    VALUES.put("x_8", "'R' || i");
    VALUES.put("x_9", "'+8657' || lpad(%s::text, 9, '0')".formatted(Generator.pick("i", 48, "1000000000")));
    VALUES.put("x_10", "md5('product' || (1 + %s))::uuid".formatted(Generator.pick("i", 49, "2000")));
  }

  void create() throws Exception {
    add("Grade", "choice", ",\"choices\":[%s,%s,%s,%s,%s]"
        .formatted(choice("A"), choice("B"), choice("C"), choice("D"), choice("E")));
    add("Score", "number", "");
    add("Limit", "money", "");
    add("Signed", "date", "");
    add("Checked", "instant", "");
    add("Listed", "yesNo", "");
    add("Share", "percent", "");
    add("Account", "text", "");
    add("Hotline", "phone", "");
    add("Product", "reference", ",\"reference\":\"product\"");
  }

  private static String choice(String label) {
    return "{\"labels\":" + labels(label) + "}";
  }

  private static String labels(String label) {
    return "{\"zhCN\":\"%1$s\",\"en\":\"%1$s\"}".formatted(label);
  }

  private void add(String label, String kind, String more) throws Exception {
    var body = "{\"kind\":\"%s\",\"labels\":%s%s}".formatted(kind, labels(label), more);
    var status = new Client(url)
        .send(Client.post(token, "/api/customization/objects/customer/fields", body));
    if (status != 201) {
      throw new IllegalStateException(label + " " + status);
    }
  }
}
