package org.kezhi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezhi.db.Tables.JOB;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kezhi.access.Caller.Position;
import org.kezhi.testing.AppTest;
import org.kezhi.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Walks every route that there is, as everybody, and compares the answers and the database with
/// what has been agreed. A route that the rules do not know fails the test.
@AppTest
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RouteTests {

  @Autowired RestTestClient client;
  @Autowired DSLContext db;
  @Autowired Tokens tokens;
  @Autowired Users users;
  @Autowired RequestMappingHandlerMapping handlers;

  private final Map<Position, String> sessions = new HashMap<>();
  private final Map<Caller, String> secrets = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private Map<String, Function<Caller, List<Probe>>> rules;
  private Company company;

  @BeforeEach
  void found() {
    company = new Company(db, new People(db, tokens, client), users);
    var admin = new Caller(Position.ADMINISTRATOR, "*");
    company.alike();
    company.network();
    send(admin, Probe.of(HttpMethod.POST, "/api/duplicate-scans", null, 202));
    send(admin, Probe.of(HttpMethod.POST, "/api/value/runs", "{}", 202));
    rest();
    send(admin, Probe.get("/api/search?q=first", 200));
    var settings = send(admin, Probe.get("/api/value/settings", 200)).text;
    rules = new TreeMap<>(new RecordRoutes(company).all());
    rules.putAll(new MergeRoutes(company).all());
    rules.putAll(new VerbRoutes(company, this::draftOf, settings).all());
    rules.putAll(new BulkRoutes(company).all());
    rules.putAll(new NetworkRoutes(company).all());
  }

  @Test
  void knowsEveryRoute() {
    assertThat(routes()).isEqualTo(rules.keySet());
  }

  @Test
  void givesEverybodyWhatIsAgreed() {
    for (var rule : rules.entrySet()) {
      for (var caller : Caller.all()) {
        check(caller, rule.getValue().apply(caller));
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void refusesOtherMethods() {
    var admin = new Caller(Position.ADMINISTRATOR, null);
    var before = tables();
    routes().stream()
        .map(route -> route.split(" ", 2)[1])
        .distinct()
        .forEach(path -> {
          for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            if (!rules.containsKey(method + " " + path)) {
              var uri =
                  path.replaceAll(
                      "\\{(id|userName|object|field|comment|secret)}",
                      UUID.randomUUID().toString());
              var probe =
                  Probe.of(
                      HttpMethod.valueOf(method), uri.replace("{path}", "customers"), "{}", 405);
              var answer = send(admin, probe);
              if (answer.status < 400) {
                wrong.add(probe + " is answered " + answer.status);
              }
            }
          }
        });

    assertThat(wrong).isEmpty();
    assertThat(tables()).isEqualTo(before);
  }

  /// What reads and what is refused must leave every table as it was.
  private void check(Caller caller, List<Probe> probes) {
    var harmless = probes.stream().filter(Probe::isHarmless).toList();
    prepare(caller);
    var before = tables();
    harmless.forEach(probe -> ask(caller, probe));
    var after = tables();
    after.removeAll(before);
    if (!after.isEmpty()) {
      wrong.add(caller + ": one of " + harmless + " has written " + after);
    }
    probes.stream().filter(probe -> !probe.isHarmless()).forEach(probe -> ask(caller, probe));
  }

  /// A token or a session is not what the probe has written.
  private void prepare(Caller caller) {
    if (caller.scope() != null) {
      secret(caller);
    } else if (!caller.isStranger()) {
      session(caller.position());
    }
  }

  private void ask(Caller caller, Probe probe) {
    var answer = send(caller, probe);
    if (answer.status != probe.status()) {
      wrong.add(caller + ": " + probe + " is " + answer.status + ", not " + probe.status());
    } else if (!probe.answer().test(answer.text)) {
      wrong.add(caller + ": " + probe + " answers " + answer.text);
    }
    if (answer.status == 202) {
      rest();
    }
    if (probe.path().startsWith("/api/session") && probe.method() == HttpMethod.DELETE) {
      sessions.remove(caller.position());
    }
  }

  private record Answer(int status, String text) {}

  private Answer send(Caller caller, Probe probe) {
    var request = client.method(probe.method()).uri(URI.create(probe.path()));
    if (caller.scope() != null) {
      request.header("Authorization", "Bearer " + secret(caller));
    } else {
      var session = caller.isStranger() ? "" : "; KEZHI_SESSION=" + session(caller.position());
      request.header("Cookie", "XSRF-TOKEN=t" + session).header("X-XSRF-TOKEN", "t");
    }
    if (probe.method() == HttpMethod.PATCH || probe.method() == HttpMethod.DELETE) {
      request.header("If-Match", "\"1\"");
    }
    if (probe.body() != null) {
      request.contentType(MediaType.parseMediaType(probe.type())).body(probe.body());
    }
    var result = request.exchange().expectBody(String.class).returnResult();
    var text = result.getResponseBody();
    return new Answer(result.getStatus().value(), text == null ? "" : text);
  }

  private String secret(Caller caller) {
    return secrets.computeIfAbsent(
        caller,
        _ ->
            tokens
                .create(
                    company.user(caller.position()),
                    new CreateToken("test", List.of(caller.scope()), null))
                .secret());
  }

  private String session(Position position) {
    return sessions.computeIfAbsent(
        position,
        _ -> {
          var body =
              "{\"userName\":\"%s\",\"password\":\"%s\"}"
                  .formatted(Company.name(position), Company.PASSWORD);
          var result =
              client
                  .post()
                  .uri("/api/session")
                  .header("Cookie", "XSRF-TOKEN=t")
                  .header("X-XSRF-TOKEN", "t")
                  .contentType(MediaType.APPLICATION_JSON)
                  .body(body)
                  .exchange()
                  .expectStatus()
                  .isOk()
                  .expectBody(String.class)
                  .returnResult();
          return result.getResponseCookies().getFirst("KEZHI_SESSION").getValue();
        });
  }

  private String draftOf(Position position) {
    var text = send(new Caller(position, "*"), Probe.upload("customer", 201)).text;
    return text.replaceFirst("^\\{\"id\":\"([^\"]+)\".*", "$1");
  }

  /// How many rows each table has and who wrote last, apart from what every request may touch.
  private List<Object> tables() {
    var names =
        db.fetchValues(
            """
            select relname::text from pg_class where relnamespace = 'public'::regnamespace
              and relkind = 'r' and relname !~ '^(spring_session|scheduled_tasks|login_bucket)'
            """);
    var parts =
        names.stream()
            .map(name ->
                "select '%1$s ' || count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) from %1$s"
                    .formatted(name))
            .toList();
    return new ArrayList<>(db.fetchValues(String.join(" union all ", parts)));
  }

  private void rest() {
    while (db.fetchExists(JOB, JOB.STATE.in("queued", "running"))) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /// Every method of every address; the tests bring none of their own.
  private Set<String> routes() {
    var routes = new TreeSet<String>();
    handlers
        .getHandlerMethods()
        .forEach((mapping, _) -> {
          for (var path : mapping.getPatternValues()) {
            for (var method : mapping.getMethodsCondition().getMethods()) {
              routes.add(method + " " + path);
            }
          }
        });
    return routes;
  }
}
