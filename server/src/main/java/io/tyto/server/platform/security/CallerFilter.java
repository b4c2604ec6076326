package io.tyto.server.platform.security;

import io.tyto.server.identity.Callers;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.platform.problems.Problem;
import io.tyto.server.platform.problems.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls: by the API token when there is one, else by the session. A wrong token is
 * refused even when a session would do, because such a call was not checked for CSRF.
 */
final class CallerFilter extends OncePerRequestFilter {
  private final Callers callers;
  private final ProblemWriter problems;

  CallerFilter(Callers callers, ProblemWriter problems) {
    this.callers = callers;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Callers.Caller> caller;
    try {
      Optional<String> token = Bearer.of(request);
      caller =
          token.isPresent()
              ? Optional.of(callers.byToken(token.get()))
              : Optional.ofNullable(request.getSession(false)).flatMap(callers::bySession);
    } catch (Refusal refusal) {
      problems.write(response, Problem.of(refusal));
      return;
    }
    caller.ifPresent(found -> enter(found, request));
    chain.doFilter(request, response);
  }

  /** A request that changes something asks for what it may at the moment of the change. */
  private static void enter(Callers.Caller caller, HttpServletRequest request) {
    PreAuthenticatedAuthenticationToken found =
        new PreAuthenticatedAuthenticationToken(caller.actor(), "", AuthorityUtils.NO_AUTHORITIES);
    found.setDetails(Paths.isUnsafe(request) ? null : caller.standing());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(found);
    SecurityContextHolder.setContext(context);
  }
}
