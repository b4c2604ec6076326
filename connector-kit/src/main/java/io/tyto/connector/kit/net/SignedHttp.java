package io.tyto.connector.kit.net;

import io.tyto.connector.kit.wire.Echo;
import io.tyto.connector.kit.wire.RetryAfter;
import io.tyto.spi.BoundHttp;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HTTP bound to one base address and signed in.
 *
 * <p>After 401 the token is renewed and the call repeated once; after 429 with a pause of at most
 * {@link RateGate#PATIENCE} (one second when none is named) it is repeated up to twice. While a
 * pause lasts no call of the same gate begins. An answer that says no is passed on without what the
 * call was signed with.
 */
public final class SignedHttp implements BoundHttp {
  private static final Duration UNNAMED_PAUSE = Duration.ofSeconds(1);
  private static final int PAUSES = 2;
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("(?i)([?&][^=&]*(?:token|secret|password|key|code)[^=&]*=)[^&]*");

  private final HttpTransport transport;
  private final URI base;
  private final Signer signer;
  private final RateGate gate;
  private final CallObserver observer;

  /**
   * @param base scheme, host, port and an optional path; query and fragment are not allowed
   */
  public SignedHttp(
      HttpTransport transport, URI base, Signer signer, RateGate gate, CallObserver observer) {
    if (base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
      throw new IllegalArgumentException("not a base address: " + base);
    }
    this.transport = transport;
    this.base = base;
    this.signer = signer;
    this.gate = gate;
    this.observer = observer;
  }

  @Override
  public HttpAnswer send(HttpCall call) {
    URI target = target(call);
    boolean renewed = false;
    int pauses = 0;
    while (true) {
      gate.pass();
      Signer.Signature signature = signer.sign();
      HttpAnswer answer = once(call, target, signature);
      if (answer.status() == 401 && !renewed && signer.rejected(signature)) {
        renewed = true;
      } else if (answer.status() == 429) {
        Duration pause = RetryAfter.of(answer).orElse(UNNAMED_PAUSE);
        gate.close(pause);
        if (++pauses > PAUSES || pause.compareTo(RateGate.PATIENCE) > 0) {
          return answer;
        }
      } else {
        return answer;
      }
    }
  }

  private HttpAnswer once(HttpCall call, URI target, Signer.Signature signature) {
    Map<String, String> headers = new LinkedHashMap<>(call.headers());
    headers.putAll(signature.headers());
    long began = System.nanoTime();
    try {
      HttpAnswer answer =
          transport.send(
              new HttpRequest(
                  call.method(), target, headers, call.body(), call.timeout(), call.guard()));
      observe(call, answer.status(), began, null);
      String authorization = signature.headers().get("Authorization");
      return authorization == null ? answer : Echo.without(Echo.secretsOf(authorization), answer);
    } catch (FaultException e) {
      observe(call, 0, began, e.fault().kind());
      throw e;
    }
  }

  private URI target(HttpCall call) {
    String prefix = base.toString();
    URI target =
        URI.create(
            (prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix)
                + call.path());
    boolean home =
        base.getHost().equals(target.getHost())
            && base.getPort() == target.getPort()
            && base.getScheme().equals(target.getScheme())
            && !target.getRawPath().toLowerCase(Locale.ROOT).matches(".*/(\\.|%2e){1,2}(/.*)?");
    if (!home) {
      throw new IllegalArgumentException("a call must stay on its base address: " + call.path());
    }
    return target;
  }

  private void observe(HttpCall call, int status, long began, @Nullable Kind kind) {
    String path = SECRET_PARAMETER.matcher(call.path()).replaceAll("$1***");
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    observer.called(new CallObserver.Call(call.method(), path, status, took, kind));
  }
}
