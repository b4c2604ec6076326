package io.tyto.server.platform.problems;

import io.swagger.v3.oas.annotations.Hidden;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Ids;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what went wrong outside of Spring MVC: in the container or in a filter. */
@Hidden
@RestController
class LastResort implements ErrorController {
  private static final Logger log = LoggerFactory.getLogger(LastResort.class);

  @RequestMapping("/error")
  @Needs(Permission.ANYONE)
  ResponseEntity<Problem> error(HttpServletRequest request) {
    Problem problem = problem(request);
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static Problem problem(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    int code = status instanceof Integer given ? given : 404;
    if (code < 500) {
      return InputProblems.of(new IllegalStateException(), code);
    }
    String id = Ids.next();
    log.error("Incident {} outside of a REST method", id, cause instanceof Throwable t ? t : null);
    return Problem.incident(id);
  }
}
