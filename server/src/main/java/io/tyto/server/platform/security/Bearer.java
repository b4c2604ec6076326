package io.tyto.server.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Reads {@code Authorization: Bearer …}. */
final class Bearer {
  private static final String SCHEME = "Bearer ";

  private Bearer() {}

  /** Hooks carry tokens of their own, which are no API tokens. */
  static Optional<String> of(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null
        || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || Paths.isHook(request)) {
      return Optional.empty();
    }
    return Optional.of(header.substring(SCHEME.length()).strip());
  }
}
