package io.tyto.connector.kit.auth;

import io.tyto.spi.BoundHttp;
import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds SAP's CSRF handshake: a token fetched by GET goes with every changing call, together with
 * the cookies it belongs to.
 *
 * <p>A call refused with 403 and {@code x-csrf-token: Required} was not carried out: the token is
 * fetched anew and the call repeated once. Systems that hand out no token are called without one.
 */
public final class CsrfHttp implements BoundHttp {
  private static final String HEADER = "X-CSRF-Token";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final BoundHttp http;
  private final String fetchPath;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();
  private volatile @Nullable String token;

  /**
   * @param fetchPath answers GET cheaply, for example {@code /api/v1/}
   */
  public CsrfHttp(BoundHttp http, String fetchPath) {
    this.http = http;
    this.fetchPath = fetchPath;
  }

  @Override
  public HttpAnswer send(HttpCall call) {
    if (SAFE.contains(call.method().toUpperCase(Locale.ROOT))) {
      return exchange(call);
    }
    String held = token == null ? fetch(null) : token;
    HttpAnswer answer = exchange(signed(call, held));
    boolean required =
        answer.status() == 403
            && answer.header("x-csrf-token").orElse("").equalsIgnoreCase("required");
    return required ? exchange(signed(call, fetch(held))) : answer;
  }

  private synchronized @Nullable String fetch(@Nullable String stale) {
    String held = token;
    if (held != null && !held.equals(stale)) {
      return held;
    }
    try {
      HttpAnswer answer = exchange(HttpCall.get(fetchPath).header(HEADER, "Fetch"));
      String fetched = answer.header("x-csrf-token").orElse(null);
      boolean none = fetched == null || fetched.equalsIgnoreCase("required");
      token = none ? null : fetched;
      return token;
    } catch (FaultException e) {
      if (e.fault().kind() != Kind.UNKNOWN) {
        throw e;
      }
      // Only the fetching was sent: for the caller nothing happened yet.
      throw new FaultException(Fault.of(Kind.UNREACHABLE, e.fault().message()), e);
    }
  }

  private static HttpCall signed(HttpCall call, @Nullable String token) {
    return token == null ? call : call.header(HEADER, token);
  }

  private HttpAnswer exchange(HttpCall call) {
    HttpAnswer answer = http.send(cookies.isEmpty() ? call : call.header("Cookie", cookieHeader()));
    answer.headers().getOrDefault("set-cookie", List.of()).forEach(this::keep);
    return answer;
  }

  private String cookieHeader() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private void keep(String header) {
    int end = header.indexOf(';');
    String pair = end < 0 ? header : header.substring(0, end);
    int equals = pair.indexOf('=');
    if (equals <= 0) {
      return;
    }
    String name = pair.substring(0, equals).strip();
    String value = pair.substring(equals + 1).strip();
    if (value.isEmpty() || header.toLowerCase(Locale.ROOT).contains("max-age=0")) {
      cookies.remove(name);
    } else {
      cookies.put(name, value);
    }
  }
}
