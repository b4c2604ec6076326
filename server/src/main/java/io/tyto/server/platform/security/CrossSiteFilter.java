package io.tyto.server.platform.security;

import io.tyto.server.platform.problems.Problem;
import io.tyto.server.platform.problems.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses unsafe calls that a browser says come from another site. */
final class CrossSiteFilter extends OncePerRequestFilter {
  private final ProblemWriter problems;

  CrossSiteFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if ("cross-site".equalsIgnoreCase(request.getHeader("Sec-Fetch-Site"))
        && Paths.isUnsafe(request)
        && !Paths.isHook(request)) {
      problems.write(
          response,
          Problem.of(403, "cross-site", "Another web site may not change anything here."));
      return;
    }
    chain.doFilter(request, response);
  }
}
