package org.kezhi.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kezhi.platform.CommonProblem;
import org.kezhi.platform.Problem;
import org.kezhi.platform.ProblemAnswers;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers those who are not logged in, or not allowed, as every other problem is answered.
@Component
class Refusal implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final ProblemAnswers answers;
  private final JsonMapper json;

  Refusal(ProblemAnswers answers, JsonMapper json) {
    this.answers = answers;
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
      throws IOException {
    answer(request, response, CommonProblem.NOT_LOGGED_IN.with());
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException fault)
      throws IOException {
    answer(request, response, CommonProblem.NOT_ALLOWED.with());
  }

  void answer(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    var body = answers.render(problem, request);
    response.setStatus(body.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(json.writeValueAsString(body));
  }
}
