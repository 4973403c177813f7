package org.kezhi.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/// Answers every exception as a problem document, before Spring's own advice answers in English.
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class ProblemAdvice {

  private final ProblemAnswers answers;

  ProblemAdvice(ProblemAnswers answers) {
    this.answers = answers;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> problem(Problem problem, HttpServletRequest request) {
    return answer(answers.render(problem, request));
  }

  @ExceptionHandler({
    HttpMessageNotReadableException.class,
    MethodArgumentTypeMismatchException.class
  })
  ResponseEntity<ProblemDetail> malformed(Exception fault, HttpServletRequest request) {
    return answer(answers.render(CommonProblem.MALFORMED.with(), request));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(BindException fault, HttpServletRequest request) {
    var errors = new ArrayList<FieldError>();
    for (var error : fault.getFieldErrors()) {
      var blank = error.getRejectedValue() == null || "".equals(error.getRejectedValue());
      errors.add(FieldError.of(error.getField(), blank ? "required" : "invalid"));
    }
    return answer(answers.render(CommonProblem.INVALID.in(errors), request));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> denied(AccessDeniedException fault, HttpServletRequest request) {
    return answer(answers.render(CommonProblem.NOT_ALLOWED.with(), request));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooLarge(
      MaxUploadSizeExceededException fault, HttpServletRequest request) {
    return answer(answers.render(CommonProblem.TOO_LARGE.with(), request));
  }

  /// Two writers waited for each other, and the database let the other one go first.
  @ExceptionHandler
  ResponseEntity<ProblemDetail> overtaken(
      PessimisticLockingFailureException fault, HttpServletRequest request) {
    var answer = answers.render(CommonProblem.TRY_AGAIN.with(), request);
    return ResponseEntity.status(answer.getStatus())
        .header("Retry-After", "1")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(answer);
  }

  @ExceptionHandler({CannotCreateTransactionException.class, TransientDataAccessException.class})
  ResponseEntity<ProblemDetail> unavailable(Exception fault, HttpServletRequest request) {
    var answer = answers.render(CommonProblem.UNAVAILABLE.with(), request);
    return ResponseEntity.status(answer.getStatus())
        .header("Retry-After", "5")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(answer);
  }

  @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
  void gone(Exception fault) {
    // the browser went away: nobody is left to answer
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> other(Exception fault, HttpServletRequest request) {
    if (fault instanceof ErrorResponse known && !known.getStatusCode().is5xxServerError()) {
      return answer(answers.render(kind(known.getStatusCode()).with(), request));
    }
    return answer(answers.renderUnexpected(fault, request));
  }

  private static CommonProblem kind(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> CommonProblem.NOT_FOUND;
      case 405 -> CommonProblem.METHOD_NOT_ALLOWED;
      case 413 -> CommonProblem.TOO_LARGE;
      case 406, 415 -> CommonProblem.UNSUPPORTED_MEDIA_TYPE;
      default -> CommonProblem.MALFORMED;
    };
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail body) {
    return ResponseEntity.status(body.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(body);
  }
}
