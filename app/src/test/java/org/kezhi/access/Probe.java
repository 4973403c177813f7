package org.kezhi.access;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/// One request and what must come of it.
///
/// @param type what kind of content the body is
/// @param status the status that the answer must have
/// @param answer what must be true of the answer's text
record Probe(
    HttpMethod method,
    String path,
    @Nullable String body,
    String type,
    int status,
    Predicate<String> answer) {

  static Probe get(String path, int status) {
    return of(HttpMethod.GET, path, null, status);
  }

  static Probe of(HttpMethod method, String path, @Nullable String body, int status) {
    return new Probe(method, path, body, "application/json", status, _ -> true);
  }

  /// A file with two columns that nobody can guess, as a form sends it.
  static Probe upload(String object, int status) {
    var body =
        """
        --x
        Content-Disposition: form-data; name="object"

        %s
        --x
        Content-Disposition: form-data; name="file"; filename="a.csv"
        Content-Type: text/csv

        one,two
        1,2
        --x--
        """
            .formatted(object)
            .replace("\n", "\r\n");
    return new Probe(
        HttpMethod.POST,
        "/api/imports",
        body,
        "multipart/form-data; boundary=x",
        status,
        _ -> true);
  }

  Probe answered(int otherStatus) {
    return new Probe(method, path, body, type, otherStatus, answer);
  }

  Probe answering(Predicate<String> check) {
    return new Probe(method, path, body, type, status, check);
  }

  /// Whether nothing may be written: the probe only reads, or is refused. The checks may bring the
  /// warehouse up to date before they compare it.
  boolean isHarmless() {
    return isRefused()
        || (method == HttpMethod.GET && !"/api/checks".equals(path))
        || path.endsWith("/duplicates")
        || path.endsWith("/preview")
        || path.endsWith("/query")
        || path.endsWith("/groups")
        || path.endsWith("/lanes");
  }

  boolean isRefused() {
    return status >= 400;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
