import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fills a database with customers, what is said to them and skewed sales, the same for the same numbers: every value
 * follows from a hash of the row's number.
 */
record Generator(Database database, int customers, int lines) {

  private static final int REPRESENTATIVES = 1_000;
  private static final int LINES_PER_ORDER = 4;
  private static final int CHUNK = 250_000;

  void run() throws SQLException, IOException {
    step("units and users", organisation());
    step("products", products());
    step("triggers off", triggers("disable", "contact", "activity"));
    for (var from = 1; from <= customers; from += CHUNK) {
      var to = Math.min(customers, from + CHUNK - 1);
      step("customers from " + from, customers(from, to));
      step("their contacts", contacts(from, to));
      step("their activities", activities(from, to));
    }
    step("triggers on", triggers("enable", "contact", "activity"));
    step("last contacts", lastContacts());
    var orders = lines / LINES_PER_ORDER;
    step("triggers off", triggers("disable", "sales_order", "order_line"));
    for (var from = 1; from <= orders; from += CHUNK) {
      step("orders from " + from, orders(from, Math.min(orders, from + CHUNK - 1)));
    }
    step("triggers on", triggers("enable", "sales_order", "order_line"));
    step("statistics", "vacuum analyze");
  }

  private void step(String what, String sql) throws SQLException, IOException {
    System.err.printf("%-28s %6.1f s%n", what, database.seconds(sql));
  }

  /** A number in [0, n) that follows from a row's number i and a salt. */
  static String pick(String i, int salt, String n) {
    return "(abs(hashint8((%s)::bigint * 7919 + %d))::bigint %% %s)".formatted(i, salt, n);
  }

  static String one(String i, int salt, String... values) {
    return "(array['%s'])[1 + %s]"
        .formatted(String.join("','", values), pick(i, salt, String.valueOf(values.length)));
  }

  private String organisation() {
    return """
    insert into unit (id, code, name)
      select md5('unit' || i)::uuid, 'B' || i, '分公司 ' || i from generate_series(1, 30) i;
    insert into app_user (id, user_name, display_name, unit_id)
      select md5('user' || i)::uuid, 'rep' || i, '业务员 ' || i, md5('unit' || (1 + i %% 30))::uuid
      from generate_series(1, %d) i;
    insert into user_role (user_id, role_id)
      select id, '01000000-0000-7000-8000-000000000003' from app_user where user_name like 'rep%%'
    """
        .formatted(REPRESENTATIVES);
  }

  private String customers(int from, int to) {
    var place = one("i", 1, "杭州", "宁波", "苏州", "上海", "深圳", "广州", "成都", "重庆", "武汉", "长沙",
        "西安", "南京", "青岛", "厦门", "天津", "大连");
    var first = one("i", 2, "华", "云", "海", "东", "金", "新", "永", "博", "嘉", "瑞", "恒", "泰");
    var second = one("i", 3, "达", "兴", "盛", "源", "和", "通", "信", "宇", "峰", "康");
    var trade = one("i", 4, "科技", "贸易", "电子", "医药", "物流", "机械", "纺织", "食品", "软件", "建材");
    var english = one("i", 5, "Lantern", "Harbour", "Summit", "Willow", "Granite", "Falcon", "Meadow");
    var region = one("i", 6, "浙江", "江苏", "广东", "四川", "湖北", "湖南", "陕西", "山东", "福建", "上海",
        "北京", "天津", "重庆", "辽宁", "河北", "河南", "安徽", "江西", "云南", "贵州");
    return """
    insert into customer (id, code, name, kind, status, phone, region, city, head_count, owner_id, unit_id, %s)
    select md5('customer' || i)::uuid, 'K' || lpad(i::text, 8, '0'),
      case when i %% 10 = 0 then %s || ' Works ' || i
           else %s || %s || %s || %s || (i / 97) || '有限公司' end,
      'company', 'existing', '+8613' || lpad(%s::text, 9, '0'), %s, %s, 5 + %s,
      md5('user' || (1 + i %% %d))::uuid, md5('unit' || (1 + (1 + i %% %d) %% 30))::uuid, %s
    from generate_series(%d, %d) i
    """
        .formatted(String.join(", ", CustomFields.VALUES.keySet()), english, place, first, second, trade, pick("i", 7, "1000000000"), region, place,
            pick("i", 8, "2000"), REPRESENTATIVES, REPRESENTATIVES,
            String.join(", ", CustomFields.VALUES.values()), from, to);
  }

  private String products() {
    return """
    insert into product (id, code, name, category, list_price, currency)
    select md5('product' || i)::uuid, 'P' || i, '产品 ' || i, '类别 ' || (i %% 20), 1 + i %% 500, 'CNY'
    from generate_series(1, 2000) i
    """
        .formatted();
  }

  /** Made-up records need no audit, and their sums are known; keys to other tables are still checked. */
  private static String triggers(String on, String... tables) {
    return Stream.of(tables)
        .map(table -> "alter table %s %s trigger user".formatted(table, on))
        .collect(Collectors.joining(";"));
  }

  private static String contacts(int from, int to) {
    return """
    insert into contact (id, customer_id, name, job_title, phone, email, birthday)
    select md5('contact' || i || '-' || n)::uuid, md5('customer' || i)::uuid, %s || %s, %s,
      '+8615' || lpad(%s::text, 9, '0'), 'contact' || i || '.' || n || '@example.com', date '1960-01-01' + %s::int
    from generate_series(%d, %d) i, generate_series(1, 3) n
    """
        .formatted(one("i * 5 + n", 21, "王", "李", "张", "刘", "陈", "杨", "赵", "黄"),
            one("i * 5 + n", 22, "伟", "芳", "敏", "静", "强", "磊", "洋", "艳", "晓明", "海燕"),
            one("i * 5 + n", 23, "采购经理", "总经理", "财务", "工程师"),
            pick("i * 5 + n", 24, "1000000000"), pick("i * 5 + n", 25, "15000"), from, to);
  }

  /** Four that happened, one that is planned. */
  private static String activities(int from, int to) {
    return """
    insert into activity (id, kind, subject, body, customer_id, contact_id, happened_at, due_at, done, owner_id, unit_id)
    select md5('activity' || i || '-' || n)::uuid, case n when 5 then 'task' else %s end, %s || i, %s,
      md5('customer' || i)::uuid, md5('contact' || i || '-' || (1 + n %% 3))::uuid,
      now() - make_interval(secs => %s), case n when 5 then now() + make_interval(secs => %s) end, n < 5,
      md5('user' || (1 + i %% %d))::uuid, md5('unit' || (1 + (1 + i %% %d) %% 30))::uuid
    from generate_series(%d, %d) i, generate_series(1, 5) n
    """
        .formatted(one("i * 5 + n", 31, "call", "visit", "email", "followUp", "note"),
            one("i * 5 + n", 32, "报价跟进 ", "产品演示 ", "合同讨论 ", "Delivery date ", "回访 "),
            one("i * 5 + n", 33, "客户要求下周前给出报价。", "He asks for the new catalogue.", "质量问题已解决。"),
            pick("i * 5 + n", 34, String.valueOf(3L * 365 * 86_400)), pick("i * 5 + n", 35, "5000000"),
            REPRESENTATIVES, REPRESENTATIVES, from, to);
  }

  private static String lastContacts() {
    return triggers("disable", "customer")
        + ";select customer_contact_refresh(array_agg(id)) from customer;"
        + triggers("enable", "customer");
  }

  /** Few customers order often, most seldom: the cube of an even share falls on low numbers. */
  private String orders(int from, int to) {
    return """
    set plan_cache_mode = auto;
    create temp table made as
    select i, n, md5('product' || (1 + %s))::uuid as product_id, q, p
    from generate_series(%d, %d) i, generate_series(1, %d) n, lateral (select 1 + %s as q, 1 + %s as p) v;
    insert into sales_order (id, code, customer_id, ordered_at, currency, amount, cost, line_count)
    select md5('order' || i)::uuid, 'O' || i,
      md5('customer' || (1 + floor(%d * power(%s / 1e9, 3))::bigint))::uuid,
      now() - make_interval(secs => %s), 'CNY', sum(q * p), sum(q * p * 0.7), count(*)
    from made group by i;
    insert into order_line (id, order_id, line_no, product_id, quantity, unit_price, amount, cost)
    select md5('line' || i || '-' || n)::uuid, md5('order' || i)::uuid, n, product_id, q, p, q * p, q * p * 0.7
    from made;
    drop table made
    """
        .formatted(pick("i * 5 + n", 13, "2000"), from, to, LINES_PER_ORDER, pick("i * 5 + n", 14, "12"),
            pick("i * 5 + n", 15, "400"), customers, pick("i", 11, "1000000000"),
            pick("i", 12, String.valueOf(3L * 365 * 86_400)));
  }
}
