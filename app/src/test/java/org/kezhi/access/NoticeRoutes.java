package org.kezhi.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kezhi.access.Caller.Place;
import org.kezhi.access.Caller.Reach;
import org.springframework.http.HttpMethod;

/// What must come of the routes that tell people what happened: everybody has their own, and nobody
/// anybody else's.
final class NoticeRoutes {

  private static final String BASE = "/api/notifications";

  private final Map<String, Function<Caller, List<Probe>>> rules = new TreeMap<>();

  NoticeRoutes(Company company) {
    var customer = company.record("customer", Place.FAR);
    rule("GET " + BASE, "", null, 200);
    rule("GET " + BASE + "/unread", "/unread", null, 200);
    rule("GET " + BASE + "/events", "/events?seconds=0", null, 200);
    rule("GET " + BASE + "/settings", "/settings", null, 200);
    rule("PUT " + BASE + "/settings", "/settings", "{\"items\":[]}", 200);
    rule("PUT " + BASE + "/read-marks", "/read-marks", "{\"ids\":[]}", 204);
    rule("DELETE " + BASE + "/{id}/read-mark", "/" + UUID.randomUUID() + "/read-mark", null, 404);
    rule("GET " + BASE + "/mutes", "/mutes", null, 200);
    var mute = "/mutes/customer/" + customer;
    rules.put(
        "PUT " + BASE + "/mutes/{object}/{id}",
        caller -> {
          var seen = caller.reads("customer") == Reach.EVERYTHING ? 204 : 404;
          return List.of(Probe.of(HttpMethod.PUT, BASE + mute, null, status(caller, seen)));
        });
    rule("DELETE " + BASE + "/mutes/{object}/{id}", mute, null, 204);
    follows(company);
    digest();
    mail();
    layouts(company);
    standardViews(company);
  }

  /// Whoever administers settings says for whom a view that they may open is the standard one.
  private void standardViews(Company company) {
    rules.put(
        "PUT /api/{path}/{id}/place",
        caller ->
            Stream.of(Place.values())
                .map(place -> {
                  var path = "/api/customers/" + company.record("customer", place) + "/place";
                  var seen = caller.reads("customer").includes(place);
                  var may = caller.changes("customer").includes(place);
                  var done = !seen ? 404 : may ? 204 : 403;
                  return Probe.of(HttpMethod.PUT, path, "{\"above\":[]}", known(caller, done));
                })
                .toList());
    for (var method : List.of(HttpMethod.GET, HttpMethod.PUT)) {
      rules.put(
          method + " /api/views/{id}/standards",
          caller -> {
            var path = "/api/views/" + company.view(Caller.Position.ADMINISTRATOR, "everyone");
            var body = method == HttpMethod.GET ? null : "{\"everybody\":false,\"roles\":[]}";
            var seen = caller.reads("customer") == Reach.NOTHING ? 404 : 200;
            return List.of(Probe.of(method, path + "/standards", body, admin(caller, seen)));
          });
    }
  }

  /// Stars are for records that somebody may see.
  private void follows(Company company) {
    rules.put(
        "GET /api/follows",
        caller -> List.of(Probe.get("/api/follows?object=customer", status(caller, 200))));
    for (var method : List.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE)) {
      rules.put(
          method + " /api/follows/{object}/{id}",
          caller ->
              Stream.of(Place.values())
                  .map(place -> {
                    var path = "/api/follows/customer/" + company.record("customer", place);
                    var seen = caller.reads("customer").includes(place);
                    var done = method == HttpMethod.GET ? 200 : 204;
                    var open = seen || method == HttpMethod.DELETE;
                    return Probe.of(method, path, null, status(caller, open ? done : 404));
                  })
                  .toList());
    }
  }

  /// Whoever gets as far as the table is refused there: it would be changed for all other callers.
  private void layouts(Company company) {
    var layout = "/api/layouts/customer";
    var state =
        """
        {"sections":[],"hidden":["name"],"conditions":{},"tabs":[],"hiddenTabs":[],
         "cards":[],"hiddenCards":[]}
        """;
    rules.put(
        "GET /api/layouts/{object}", caller -> List.of(Probe.get(layout, admin(caller, 200))));
    rules.put(
        "DELETE /api/layouts/{object}",
        caller -> List.of(Probe.of(HttpMethod.DELETE, layout, null, admin(caller, 412))));
    rules.put(
        "PUT /api/layouts/{object}",
        caller -> List.of(Probe.of(HttpMethod.PUT, layout, state, known(caller, 428))));
    rules.put(
        "POST /api/layouts/{object}/hidden-parts",
        caller ->
            Stream.of(Place.values())
                .map(place -> {
                  var body = "{\"id\":\"" + company.record("customer", place) + "\"}";
                  var seen = caller.reads("customer").includes(place);
                  return Probe.of(
                      HttpMethod.POST,
                      layout + "/hidden-parts",
                      body,
                      known(caller, seen ? 200 : 404));
                })
                .toList());
  }

  private static int known(Caller caller, int status) {
    return caller.isStranger() ? 401 : status;
  }

  private void digest() {
    var digest = "{\"wanted\":true,\"minute\":480}";
    rules.put("GET /api/digest", caller -> List.of(Probe.get("/api/digest", status(caller, 200))));
    rules.put(
        "PUT /api/digest",
        caller -> List.of(Probe.of(HttpMethod.PUT, "/api/digest", digest, status(caller, 200))));
  }

  /// There is no server, lest a test sends mail.
  private void mail() {
    settings("GET /api/mail/server", null, 200);
    settings("PUT /api/mail/server", "{}", 400);
    settings("POST /api/mail/server/trial", "{\"to\":\"a@b.example\"}", 409);
    settings("GET /api/mail/outbox", null, 200);
    rules.put(
        "PUT /api/mail/outbox/{id}/retry",
        caller -> {
          var path = "/api/mail/outbox/" + UUID.randomUUID() + "/retry";
          return List.of(Probe.of(HttpMethod.PUT, path, null, admin(caller, 404)));
        });
  }

  /// What only those may do who administer settings. A body that is none is refused first.
  private void settings(String route, @Nullable String body, int status) {
    var words = route.split(" ", 2);
    rules.put(
        route,
        caller ->
            List.of(
                Probe.of(
                    HttpMethod.valueOf(words[0]),
                    words[1],
                    body,
                    status == 400 && !caller.isStranger() ? 400 : admin(caller, status))));
  }

  private static int admin(Caller caller, int status) {
    var mayNot = caller.isStranger() ? 401 : 403;
    return caller.mayAdministerSettings() ? status : mayNot;
  }

  Map<String, Function<Caller, List<Probe>>> all() {
    return rules;
  }

  private void rule(String route, String path, @Nullable String body, int status) {
    var method = HttpMethod.valueOf(route.split(" ", 2)[0]);
    rules.put(
        route,
        caller -> {
          return List.of(Probe.of(method, BASE + path, body, status(caller, status)));
        });
  }

  private static int status(Caller caller, int status) {
    var mayNot = caller.isStranger() ? 401 : 403;
    return caller.isUnlimited() ? status : mayNot;
  }
}
