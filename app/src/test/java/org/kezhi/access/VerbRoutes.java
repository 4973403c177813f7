package org.kezhi.access;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Caller.Place;
import org.kezhi.access.Caller.Position;
import org.kezhi.access.Caller.Reach;
import org.springframework.http.HttpMethod;

/// What must come of the routes that belong to no kind of record.
final class VerbRoutes {

  private final Company company;
  private final Files files;
  private final Map<String, Function<Caller, List<Probe>>> rules = new TreeMap<>();

  /// Drafts of imports of customers.
  interface Files {
    String draftOf(Position position);
  }

  VerbRoutes(Company company, Files files, String settings) {
    this.company = company;
    this.files = files;
    session();
    tokens();
    accounts();
    users();
    jobs();
    values(settings);
    imports();
    views();
    customization();
    recycleBin();
    rules.putAll(new NoticeRoutes(company).all());
    calendarFeed();
    forAll("GET /api/meta", "GET /api/openapi.json", "GET /api/care-dates");
    rules.putAll(new FileRoutes(company).all());
    rules.putAll(new ExportRoutes(company).all());
    rules.putAll(new MappingRoutes(company).all());
    forAll("GET /api/file-settings");
    rule("PUT /api/file-settings", "{\"largest\":1048576}", Caller::mayAdministerSettings, 200);
    rules.put("GET /api/search", caller -> get("/api/search?q=a", known(caller, 200)));
    forAll("GET /api/care-date-settings");
    rule("PUT /api/care-date-settings", "{\"daysAhead\":3}", Caller::mayAdministerSettings, 200);
    forAll("GET /api/working-hours");
    var noHours = "{\"week\":{},\"exceptions\":[]}";
    rule("PUT /api/working-hours", noHours, Caller::mayAdministerSettings, 200);
    rule("GET /api/checks", Caller::mayAdministerSettings, 200);
  }

  Map<String, Function<Caller, List<Probe>>> all() {
    return rules;
  }

  private static int known(Caller caller, int status) {
    return caller.isStranger() ? 401 : status;
  }

  private static int allowed(Caller caller, boolean may, int status) {
    return known(caller, may ? status : 403);
  }

  private static List<Probe> get(String path, int status) {
    return List.of(Probe.get(path, status));
  }

  private static List<Probe> send(
      HttpMethod method, String path, @Nullable String body, int status) {
    return List.of(Probe.of(method, path, body, status));
  }

  private void forAll(String... routes) {
    for (var route : routes) {
      rule(route, _ -> true, 200);
    }
  }

  /// A route without parameters.
  private void rule(String route, Predicate<Caller> may, int status) {
    rule(route, null, may, status);
  }

  private void rule(String route, @Nullable String body, Predicate<Caller> may, int status) {
    var words = route.split(" ", 2);
    rules.put(
        route,
        caller ->
            send(
                HttpMethod.valueOf(words[0]),
                words[1],
                body,
                allowed(caller, may.test(caller), status)));
  }

  /// Whoever gets as far as the password is told that it is wrong: nothing is changed by that.
  private void session() {
    var wrong = "{\"userName\":\"x%s\",\"password\":\"wrong\"}";
    rules.put(
        "POST /api/session",
        _ -> send(POST, "/api/session", wrong.formatted(UUID.randomUUID()), 401));
    forAll("GET /api/session");
    rule("DELETE /api/session", _ -> true, 204);
    rule("DELETE /api/session/all", Caller::isPerson, 204);
    var change = "{\"currentPassword\":\"wrong\",\"newPassword\":\"0123456789\"}";
    rule("PUT /api/session/password", change, Caller::isPerson, 409);
    rule("PUT /api/session/preferences", "{\"theme\":\"dark\"}", Caller::isPerson, 200);
  }

  private void tokens() {
    var token = "{\"name\":\"t\",\"scopes\":[\"*\"]}";
    rule("GET /api/tokens", Caller::isPerson, 200);
    rule("POST /api/tokens", token, Caller::isPerson, 201);
    rules.put(
        "DELETE /api/tokens/{id}",
        caller ->
            send(
                DELETE,
                "/api/tokens/" + company.token(Position.NOBODY),
                null,
                allowed(
                    caller, caller.isPerson(), caller.position() == Position.NOBODY ? 204 : 404)));
    rules.put(
        "POST /api/accounts/{userName}/tokens",
        caller ->
            send(
                POST,
                "/api/accounts/" + Company.name(Position.NOBODY) + "/tokens",
                token,
                allowed(caller, caller.isPerson() && caller.isAdministrator(), 201)));
  }

  private void accounts() {
    rules.put(
        "POST /api/accounts",
        caller ->
            send(
                POST,
                "/api/accounts",
                "{\"userName\":\"n%s\",\"roles\":[]}".formatted(UUID.randomUUID()),
                allowed(caller, caller.isPerson() && caller.mayAdministerUsers(), 201)));
  }

  private void users() {
    ofPeople("user", "PUT /api/users/{id}/password", "{\"newPassword\":\"0123456789\"}", 204);
    of("user", "GET /api/users/{id}/roles", null, 200);
    ofPeople("user", "PUT /api/users/{id}/roles", "{\"roles\":[]}", 200);
    var none = "{\"administrator\":false,\"permissions\":[],\"objects\":[],\"fields\":[]}";
    of("role", "GET /api/roles/{id}/rights", null, 200);
    ofPeople("role", "PUT /api/roles/{id}/rights", none, 200);
  }

  /// What gives power over others is for people alone, not for tokens.
  private void ofPeople(String object, String route, String body, int status) {
    of(object, route, body, status);
    var forAll = rules.get(route);
    rules.put(
        route,
        caller ->
            caller.scope() == null
                ? forAll.apply(caller)
                : forAll.apply(caller).stream().map(probe -> probe.answered(403)).toList());
  }

  private void of(String object, String route, @Nullable String body, int status) {
    var words = route.split(" ", 2);
    rules.put(
        route,
        caller ->
            send(
                HttpMethod.valueOf(words[0]),
                words[1].replace("{id}", company.fresh(object, Place.OWN).toString()),
                body,
                allowed(caller, caller.mayAdministerUsers(), status)));
  }

  /// A job that is over can be neither cancelled nor, when it went well, repeated.
  private void jobs() {
    rule("GET /api/jobs", Caller::mayWatchJobs, 200);
    job("GET /api/jobs/{id}", 200);
    job("GET /api/jobs/{id}/events", 200);
    job("PUT /api/jobs/{id}/cancellation", 409);
    job("PUT /api/jobs/{id}/retry", 409);
  }

  private void job(String route, int status) {
    var words = route.split(" ", 2);
    rules.put(
        route,
        caller -> {
          var probes = new ArrayList<Probe>();
          for (var kind : Caller.SCOPE_OF_JOB.keySet()) {
            for (var owner : List.of(Position.ADMINISTRATOR, Position.SALES)) {
              var own = caller.position() == owner && caller.mayWatch(kind);
              var path = words[1].replace("{id}", company.job(owner, kind).toString());
              var found = own || caller.mayAdministerJobs() ? status : 404;
              var expected = allowed(caller, caller.mayWatchJobs(), found);
              probes.add(Probe.of(HttpMethod.valueOf(words[0]), path, null, expected));
            }
          }
          return probes;
        });
  }

  private void values(String settings) {
    for (var part : List.of("overview", "report", "runs", "settings")) {
      rule("GET /api/value/" + part, Caller::mayReadValues, 200);
    }
    rule("POST /api/value/runs", "{}", Caller::mayRunValues, 202);
    rule("PUT /api/value/settings", settings, Caller::mayAdministerSettings, 200);
    rules.put(
        "GET /api/value/customers/{id}/explanation",
        caller -> {
          var probes = new ArrayList<Probe>();
          for (var place : Place.values()) {
            var seen = caller.reads("customer").includes(place) ? 200 : 404;
            var id = company.record("customer", place);
            probes.add(
                Probe.get(
                    "/api/value/customers/" + id + "/explanation",
                    allowed(caller, caller.mayReadValues(), seen)));
          }
          return probes;
        });
  }

  /// The drafts have no mapping, so that they cannot run.
  private void imports() {
    forAll("GET /api/imports");
    draft("GET /api/imports/{id}", null, 200);
    ownDraft("PATCH /api/imports/{id}", "{}", 200);
    ownDraft("POST /api/imports/{id}/trial", null, 400);
    ownDraft("POST /api/imports/{id}/run", null, 400);
    draft("POST /api/imports/{id}/undo", null, 409);
    draft("GET /api/imports/{id}/bad-rows.csv", null, 200);
    draft("PUT /api/imports/{id}/cancellation", null, 200);
    rules.put(
        "POST /api/imports",
        caller -> {
          var probes = new ArrayList<Probe>();
          for (var object : Company.OBJECTS) {
            var status = allowed(caller, caller.mayImport(object), 201);
            probes.add(Probe.upload(object, status));
          }
          return probes;
        });
  }

  private void draft(String route, @Nullable String body, int status) {
    draft(route, body, status, status);
  }

  /// What only somebody may do who has brought the file in.
  private void ownDraft(String route, @Nullable String body, int status) {
    draft(route, body, status, 403);
  }

  private void draft(String route, @Nullable String body, int own, int others) {
    var words = route.split(" ", 2);
    rules.put(
        route,
        caller -> {
          var probes = new ArrayList<Probe>();
          for (var owner : List.of(Position.ADMINISTRATOR, Position.MANAGER)) {
            var sees =
                caller.mayImport("customer")
                    && (caller.position() == owner || caller.mayAdministerJobs());
            var path = words[1].replace("{id}", files.draftOf(owner));
            var status = caller.position() == owner ? own : others;
            var expected = known(caller, sees ? status : 404);
            probes.add(Probe.of(HttpMethod.valueOf(words[0]), path, body, expected));
          }
          return probes;
        });
  }

  /// Views of customers that their owner shares with everyone, or keeps.
  private void views() {
    forAll("GET /api/views");
    rules.put(
        "POST /api/views",
        caller -> {
          var body = "{\"object\":\"contact\",\"name\":\"%s\"}".formatted(UUID.randomUUID());
          var status = caller.reads("contact") == Reach.NOTHING ? 400 : 201;
          var mayKeep = caller.mayKeepViews("contact") || status == 400;
          return send(POST, "/api/views", body, allowed(caller, mayKeep, status));
        });
    view("GET /api/views/{id}", null, 200, ViewRight.SEE);
    view("PATCH /api/views/{id}", "{}", 200, ViewRight.CHANGE);
    view("DELETE /api/views/{id}", null, 204, ViewRight.CHANGE);
    view("PUT /api/views/{id}/pin", null, 204, ViewRight.KEEP);
    view("DELETE /api/views/{id}/pin", null, 204, ViewRight.KEEP);
    view("PUT /api/views/{id}/default", null, 204, ViewRight.KEEP);
    view("DELETE /api/views/{id}/default", null, 204, ViewRight.KEEP);
  }

  /// Whoever gets as far as the table is refused there: it would be changed for all other callers.
  private void customization() {
    var objects = "/api/customization/objects";
    design("GET " + objects, "", null, 200);
    design("POST " + objects, "", "{}", 400);
    design("PATCH " + objects + "/{object}", "/customer", "{}", 409);
    design("DELETE " + objects + "/{object}", "/customer", null, 409);
    design("GET " + objects + "/{object}/uses", "/customer/uses", null, 409);
    design("PUT " + objects + "/{object}/labels", "/customer/labels", "{}", 400);
    design("DELETE " + objects + "/{object}/labels", "/customer/labels", null, 204);
    design("GET " + objects + "/{object}/fields", "/customer/fields", null, 200);
    design("POST " + objects + "/{object}/fields", "/customer/fields", "{}", 400);
    var formula = "{\"formula\":\"1 + 1\"}";
    design("POST " + objects + "/{object}/formula-check", "/customer/formula-check", formula, 200);
    design("PUT " + objects + "/{object}/field-order", "/gone/field-order", "{}", 404);
    var field = objects + "/{object}/fields/{field}";
    design("PATCH " + field, "/customer/fields/city", "{}", 404);
    design("DELETE " + field, "/customer/fields/city", null, 404);
    design("PUT " + field + "/labels", "/customer/fields/city/labels", "{}", 400);
    design("DELETE " + field + "/labels", "/customer/fields/city/labels", null, 204);
    design("GET " + field + "/uses", "/customer/fields/city/uses", null, 404);
  }

  /// There is nothing to erase: the tests of the recycle bin erase.
  private void recycleBin() {
    forAll("GET /api/recycle-bin");
    rule("PUT /api/recycle-bin", "{\"days\":90}", Caller::mayAdministerSettings, 200);
    rules.put(
        "DELETE /api/recycle-bin/{object}/{id}",
        caller -> {
          var path = "/api/recycle-bin/customers/" + UUID.randomUUID();
          var isSeen = caller.reads("customer") != Reach.NOTHING;
          return send(DELETE, path, null, allowed(caller, !isSeen || caller.mayErase(), 404));
        });
  }

  /// A way in to what a person has planned is for that person alone; nobody knows a secret.
  private void calendarFeed() {
    rule("GET /api/calendar-feed", Caller::isPerson, 200);
    rule("POST /api/calendar-feed", "", Caller::isPerson, 201);
    rules.put(
        "DELETE /api/calendar-feed",
        caller ->
            send(DELETE, "/api/calendar-feed", null, allowed(caller, caller.isPerson(), 204)));
    rules.put("GET /feeds/{secret}.ics", _ -> get("/feeds/" + "0".repeat(64) + ".ics", 404));
  }

  private void design(String route, String path, @Nullable String body, int status) {
    var method = HttpMethod.valueOf(route.split(" ", 2)[0]);
    rules.put(
        route,
        caller ->
            send(
                method,
                "/api/customization/objects" + path,
                body,
                allowed(caller, caller.mayAdministerSettings(), status)));
  }

  private enum ViewRight {
    SEE,
    KEEP,
    CHANGE
  }

  private void view(String route, @Nullable String body, int status, ViewRight right) {
    var words = route.split(" ", 2);
    rules.put(
        route,
        caller -> {
          var probes = new ArrayList<Probe>();
          for (var owner : List.of(Position.ADMINISTRATOR, Position.SALES)) {
            for (var sharing : List.of("private", "everyone")) {
              var sees =
                  caller.reads("customer") != Reach.NOTHING
                      && (caller.position() == owner || "everyone".equals(sharing));
              var manages = caller.mayAdministerSettings() && "everyone".equals(sharing);
              var may =
                  switch (right) {
                    case SEE -> true;
                    case KEEP -> caller.mayKeepViews("customer");
                    case CHANGE ->
                        caller.mayKeepViews("customer") && (caller.position() == owner || manages);
                  };
              var path = words[1].replace("{id}", company.view(owner, sharing).toString());
              var expected = sees ? allowed(caller, may, status) : known(caller, 404);
              probes.add(Probe.of(HttpMethod.valueOf(words[0]), path, body, expected));
            }
          }
          return probes;
        });
  }
}
