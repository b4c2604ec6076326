package io.tyto.server.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Kinds of requests that the chain treats differently. */
final class Paths {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private Paths() {}

  static boolean isHook(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/hooks/");
  }

  static boolean isUnsafe(HttpServletRequest request) {
    return !SAFE.contains(request.getMethod());
  }
}
