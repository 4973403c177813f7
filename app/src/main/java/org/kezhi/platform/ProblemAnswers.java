package org.kezhi.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/// Turns problems into answers in the language of the request.
@Component
public class ProblemAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

  private final Labels labels;

  ProblemAnswers(Labels labels) {
    this.labels = labels;
  }

  public ProblemDetail render(Problem problem, HttpServletRequest request) {
    var language = language(request);
    var key = "problem." + problem.type().slug();
    var answer = ProblemDetail.forStatus(problem.type().status());
    answer.setType(URI.create("/problems/" + problem.type().slug()));
    answer.setTitle(labels.text(language, key + ".title"));
    labels
        .find(language, key + ".detail", problem.arguments().toArray())
        .ifPresent(answer::setDetail);
    answer.setInstance(URI.create(request.getRequestURI()));
    if (!problem.errors().isEmpty()) {
      answer.setProperty("errors", errors(problem.errors(), language));
    }
    problem.properties().forEach(answer::setProperty);
    return answer;
  }

  /// The answer to a fault of ours: logged once, with an id that the caller can quote.
  public ProblemDetail renderUnexpected(Throwable fault, HttpServletRequest request) {
    var traceId = UUID.randomUUID().toString();
    LOG.error(
        "{} {} failed, trace id {}", request.getMethod(), request.getRequestURI(), traceId, fault);
    var answer = render(CommonProblem.UNEXPECTED.with(traceId), request);
    answer.setProperty("traceId", traceId);
    return answer;
  }

  /// Chinese unless the request asks for English first.
  public static Locale language(HttpServletRequest request) {
    var wanted = request.getHeader("Accept-Language");
    return wanted != null && wanted.stripLeading().toLowerCase(Locale.ROOT).startsWith("en")
        ? Labels.ENGLISH
        : Labels.CHINESE;
  }

  private List<Map<String, String>> errors(List<FieldError> errors, Locale language) {
    return errors.stream()
        .map(error ->
            Map.of(
                "field", error.field(),
                "code", error.code(),
                "message",
                    labels.text(language, "error." + error.code(), error.arguments().toArray())))
        .toList();
  }
}
