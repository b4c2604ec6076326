package io.tyto.server.platform.security;

import io.tyto.server.platform.problems.Problem;
import io.tyto.server.platform.problems.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Explains what the chain refused. */
final class Denied implements AccessDeniedHandler {
  private final ProblemWriter problems;

  Denied(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    problems.write(
        response,
        why instanceof CsrfException
            ? Problem.of(
                403,
                "csrf",
                "The header X-XSRF-TOKEN must carry the value of the cookie XSRF-TOKEN, which"
                    + " GET /api/v1/session sets. Read it again after sign-in.")
            : Problem.of(403, "forbidden", "You may not do this."));
  }
}
