import java.net.URI;

/** Looks for duplicates among all customers, and merges two of which one has many orders. */
record Duplicates(Database database, URI url, String token) {

  private static final int ORDERS = 100_000;

  /** Every fiftieth customer a second time, as a company of another legal form. */
  void plant() throws Exception {
    database.run(
        """
        insert into customer (id, code, name, kind, status, phone, region, city, head_count, owner_id, unit_id)
        select md5('again' || id)::uuid, 'A' || code, replace(name, '有限公司', '股份有限公司'), kind, status,
          case when code like '%%5' then phone end, region, city, head_count, owner_id, unit_id
        from customer where code like 'K%%' and right(code, 2) in ('00', '50')
        on conflict do nothing
        """
            .replace("%%", "%"));
  }

  void scan() throws Exception {
    for (var what : new String[] {"first search for duplicates", "search for duplicates"}) {
      new Client(url).send(Client.post(token, "/api/duplicate-scans", ""));
      await();
      System.out.printf("%-42s %s%n", what, database.value(
          """
          select extract(epoch from finished_at - started_at)::numeric(9, 1) || ' s, '
            || (select count(*) from duplicate_pair where object = 'customer') || ' pairs'
          from job where kind = 'duplicateScan' order by created_at desc limit 1
          """));
    }
  }

  private void await() throws Exception {
    var open = "select count(*) from job where state in ('queued', 'running') and kind = 'duplicateScan'";
    while (!database.value(open).equals("0")) {
      Thread.sleep(200);
    }
  }

  void merge() throws Exception {
    var kept = customer("kept");
    var gone = customer("gone");
    database.run(
        "insert into sales_order (id, customer_id, currency) select gen_random_uuid(), '%s', 'CNY' from generate_series(1, %d)"
            .formatted(gone, ORDERS));
    tell("merge, 100,000 orders move", "/api/customers/merges",
        "{\"survivor\":\"%1$s\",\"records\":[{\"id\":\"%1$s\",\"version\":1},{\"id\":\"%2$s\",\"version\":1}]}"
            .formatted(kept, gone));
    var merge = database.value("select id from record_merge order by merged_at desc limit 1");
    tell("the same undone", "/api/merges/" + merge + "/undo", "");
  }

  private String customer(String name) throws Exception {
    return database.value(
        "insert into customer (id, name) values (gen_random_uuid(), 'bench %s') returning id".formatted(name));
  }

  private void tell(String what, String path, String body) throws Exception {
    var begun = System.nanoTime();
    var status = new Client(url).send(Client.post(token, path, body));
    System.out.printf("%-42s %.1f s (%d)%n", what, (System.nanoTime() - begun) / 1e9, status);
  }
}
