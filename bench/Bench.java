import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Measures the running program: Bench fields, Bench generate CUSTOMERS LINES, Bench reindex, Bench wait JOBKIND,
 * Bench lists|tailored|board|pages|search|create|bulk|duplicates|export,
 * Bench customers NUMBER FILE, Bench sales LINES FILE CUSTOMERS, Bench bare LINES, or Bench replay.
 * Reads KEZHI_DATA, KEZHI_URL, KEZHI_TOKEN and KEZHI_REP_TOKEN.
 */
final class Bench {

  private static final int CLIENTS = 8;
  private static final int SECONDS = Integer.parseInt(System.getenv().getOrDefault("BENCH_SECONDS", "20"));

  private final Database database = new Database(Path.of(System.getenv("KEZHI_DATA")));
  private final URI url = URI.create(System.getenv("KEZHI_URL"));
  private final String admin = System.getenv("KEZHI_TOKEN");
  private final String rep = System.getenv("KEZHI_REP_TOKEN");

  public static void main(String[] arguments) throws Exception {
    var bench = new Bench();
    switch (arguments[0]) {
      case "fields" -> new CustomFields(bench.url, bench.admin).create();
      case "generate" ->
          new Generator(
                  bench.database,
                  Integer.parseInt(arguments[1]),
                  Integer.parseInt(arguments[2]))
              .run();
      case "reindex" ->
          bench.database.run("update setting set value = '\"\"' where key = 'search.madeFor'");
      case "wait" -> bench.waitFor(arguments[1]);
      case "lists" -> bench.lists();
      case "tailored" -> bench.tailored();
      case "board" -> bench.board();
      case "export" -> bench.export();
      case "customers" -> Newcomers.write(Path.of(arguments[2]), Integer.parseInt(arguments[1]));
      case "pages" -> bench.pages();
      case "search" -> bench.search();
      case "create" -> bench.create();
      case "duplicates" -> {
        var duplicates = new Duplicates(bench.database, bench.url, bench.admin);
        duplicates.plant();
        duplicates.scan();
        duplicates.merge();
      }
      case "bulk" -> bench.bulk();
      case "sales" ->
          new Sales(bench.database, Integer.parseInt(arguments[1]))
              .write(Path.of(arguments[2]), Integer.parseInt(arguments[3]));
      case "bare" -> System.out.printf("%.1f%n", new Sales(bench.database, Integer.parseInt(arguments[1])).bare());
      case "replay" -> System.out.println(new Replay(bench.database.data()).run());
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /** Until no job of the kind is queued or running. */
  private void waitFor(String kind) throws Exception {
    var open = "select count(*) from job where state in ('queued', 'running') and kind = '" + kind + "'";
    while (!database.value(open).equals("0")) {
      Thread.sleep(200);
    }
  }

  private void lists() throws Exception {
    var filter =
        "{\"and\":[{\"field\":\"region\",\"op\":\"eq\",\"value\":\"浙江\"},"
            + "{\"field\":\"value.layer\",\"op\":\"in\",\"value\":[\"top\",\"big\"]}]}";
    var path =
        "/api/customers?limit=50&sort=-value.revenue&columns=name,region,city,value.layer,value.revenue,owner&filter="
            + encode(filter);
    tell("list, all customers, bare statement", client -> statement(""));
    tell("list, all customers, over HTTP", client -> get(admin, path));
    var owned = " and v.owner_id = md5('user7')::uuid";
    tell("list, one in a thousand, bare statement", client -> statement(owned));
    tell("list, one in a thousand, over HTTP", client -> get(rep, path));
  }

  private Callable<Integer> statement(String more) {
    try {
      Connection connection = database.connect();
      var prepared =
          connection.prepareStatement(
              "select c.id, c.version, c.name, c.region, c.city, v.layer, v.revenue, c.owner_id, u.display_name,"
                  + " v.customer_id from customer c join customer_value v on v.customer_id = c.id"
                  + " left join app_user u on u.id = c.owner_id where v.deleted_at is null and v.region = ?"
                  + " and v.layer in (?, ?)" + more + " order by v.revenue desc, v.customer_id desc limit 51");
      return () -> {
        prepared.setString(1, "浙江");
        prepared.setString(2, "top");
        prepared.setString(3, "big");
        try (var rows = prepared.executeQuery()) {
          while (rows.next()) {
            rows.getString(3);
          }
        }
        return 200;
      };
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Filtered and sorted by fields that somebody has added, with all ten of them shown. */
  private void tailored() throws Exception {
    var filter =
        "{\"and\":[{\"field\":\"xGrade\",\"op\":\"eq\",\"value\":\"a\"},"
            + "{\"field\":\"xLimit\",\"op\":\"ge\",\"value\":500000}]}";
    var path =
        "/api/customers?limit=50&sort=-xScore&columns=name,xGrade,xScore,xLimit,xSigned,xChecked,xListed,xShare,"
            + "xAccount,xHotline,xProduct&filter=" + encode(filter);
    tell("list by custom fields, all customers", client -> get(admin, path));
    tell("list by custom fields, one in a thousand", client -> get(rep, path));
    var contacts = "/api/customers?limit=50&sort=-lastContactAt&columns=name,lastContactAt,nextStep,nextStepAt";
    tell("list by last contact", client -> get(admin, contacts));
  }

  private void board() throws Exception {
    for (var sort : List.of("name", "-xScore", "-value.revenue")) {
      var lanes = Client.post(admin, "/api/customers/lanes",
          "{\"by\":\"xGrade\",\"sort\":[\"%s\"],\"columns\":[\"name\",\"city\",\"owner\"],\"limit\":20}".formatted(sort));
      System.out.printf("%-42s %s%n", "board by " + sort + ", one client",
          new Load(1, SECONDS).run(client -> ask(() -> lanes)));
    }
  }

  private void export() throws Exception {
    for (var format : List.of("csv", "xlsx")) {
      var begun = System.nanoTime();
      send("/api/exports", "{\"object\":\"customer\",\"format\":\"%s\"}".formatted(format));
      waitFor("export");
      System.out.printf("%-42s %.1f s%n", "export of all customers, " + format, since(begun));
    }
  }

  private void pages() throws Exception {
    var ids = List.of(database.value(
        "select string_agg(id::text, ',') from (select id from customer tablesample system (1) limit 2000) c")
        .split(","));
    for (var part : List.of("", "/timeline", "/related")) {
      tell("record page" + part, client -> ask(() -> Client.get(admin, "/api/customers/" + any(ids) + part)));
    }
  }

  private void search() throws Exception {
    for (var text : List.of("瑞兴", "科技", "hangzhou", "hzhd", "lantern", "12345")) {
      tell("search " + text, client -> get(admin, "/api/search?limit=10&q=" + encode(text)));
    }
  }

  private void create() throws Exception {
    tell("create a customer", client -> ask(this::newCustomer));
  }

  /** Changes two fields of a hundred thousand customers in one run, and takes it back. */
  private void bulk() throws Exception {
    var filter = "{\"field\":\"code\",\"op\":\"startsWith\",\"value\":\"K000\"}";
    var order =
        "{\"object\":\"customer\",\"action\":\"edit\",\"all\":true,\"filter\":%s,"
                .formatted(filter)
            + "\"changes\":{\"industry\":\"%d\",\"source\":\"bench\"}}"
                .formatted(System.nanoTime());
    var begun = System.nanoTime();
    send("/api/bulk-runs/preview", order);
    System.out.printf("%-42s %.1f s%n", "bulk edit of 100,000 records, preview", since(begun));
    begun = System.nanoTime();
    var id = send("/api/bulk-runs", order).replaceFirst("(?s)^\\{\"id\":\"([^\"]+)\".*", "$1");
    waitFor("bulk");
    System.out.printf("%-42s %.1f s%n", "bulk edit of 100,000 records", since(begun));
    begun = System.nanoTime();
    send("/api/bulk-runs/" + id + "/undo", "{}");
    waitFor("bulkUndo");
    System.out.printf("%-42s %.1f s%n", "as many undone", since(begun));
  }

  private String send(String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(url.resolve(path))
            .header("Authorization", "Bearer " + admin)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer.body());
      }
      return answer.body();
    }
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private byte[] newCustomer() {
    var number = ThreadLocalRandom.current().nextLong(1_000_000_000L);
    return Client.post(
        admin,
        "/api/customers",
        "{\"name\":\"杭州新客户%d有限公司\",\"region\":\"浙江\",\"phone\":\"+8613%09d\"}"
            .formatted(number, number));
  }

  private Callable<Integer> get(String token, String path) {
    var request = Client.get(token, path);
    return ask(() -> request);
  }

  private Callable<Integer> ask(Supplier<byte[]> request) {
    var client = new Client(url);
    return () -> client.send(request.get());
  }

  private static String any(List<String> ids) {
    return ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void tell(String what, IntFunction<Callable<Integer>> action) throws Exception {
    System.out.printf("%-42s %s%n", what, new Load(CLIENTS, SECONDS).run(action));
  }
}
