package io.tyto.server.platform.problems;

import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.Refusal;
import io.tyto.spi.FaultException;
import io.tyto.spi.SettingsException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every exception of a REST method with a problem. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<Object> refused(Refusal refusal) {
    return answer(Problem.of(refusal));
  }

  @ExceptionHandler
  ResponseEntity<Object> outside(FaultException exception) {
    ResponseEntity<Object> answer = answer(Problem.of(exception.fault()));
    Duration retryAfter = exception.fault().retryAfter();
    if (retryAfter == null) {
      return answer;
    }
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())))
        .body(answer.getBody());
  }

  @ExceptionHandler
  ResponseEntity<Object> settings(SettingsException wrong) {
    return answer(
        Problem.at(
            400,
            "invalid",
            "settings." + wrong.field(),
            "invalid",
            String.valueOf(wrong.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<Object> stale(OptimisticLockingFailureException lost) {
    return answer(
        Problem.of(412, "stale", "Somebody changed this meanwhile. Read it again and repeat."));
  }

  @ExceptionHandler
  ResponseEntity<Object> raced(DuplicateKeyException lost) {
    log.info("Two callers made the same thing at once", lost);
    return answer(
        Problem.of(409, "duplicate", "The same thing was made meanwhile. Read the list again."));
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> bug(Exception bug) {
    if (bug instanceof AsyncRequestNotUsableException || connectionGone(bug)) {
      return null;
    }
    String id = Ids.next();
    log.error("Incident {}", id, bug);
    return answer(Problem.incident(id));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException exception,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(InputProblems.unreadable(exception));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (status.is5xxServerError()) {
      return bug(exception);
    }
    ResponseEntity<Object> answer = answer(InputProblems.of(exception, status.value()));
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(answer.getBody());
  }

  private static boolean connectionGone(Exception exception) {
    return exception instanceof IOException
        && exception.getClass().getSimpleName().equals("ClientAbortException");
  }

  private static ResponseEntity<Object> answer(Problem problem) {
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
