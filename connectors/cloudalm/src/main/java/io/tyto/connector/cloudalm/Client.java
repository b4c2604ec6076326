package io.tyto.connector.cloudalm;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.tyto.connector.kit.wire.Faults;
import io.tyto.spi.BoundHttp;
import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls Cloud ALM and names what goes wrong, with the scope that a refused call lacks. */
final class Client {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final IntervalFunction BACK_OFF =
      IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(500), 2, 0.5);

  private final BoundHttp http;
  private final @Nullable Retry patience;

  private Client(BoundHttp http, @Nullable Retry patience) {
    this.http = http;
    this.patience = patience;
  }

  static Client of(BoundHttp http) {
    return new Client(http, null);
  }

  /**
   * For readings in the background: a read that was lost, refused for its pace or stuck behind a
   * gateway is repeated up to three times, after the pause the other side asks for.
   */
  Client patient() {
    RetryConfig config =
        RetryConfig.<HttpAnswer>custom()
            .maxAttempts(4)
            .retryOnException(Client::mayPass)
            .intervalBiFunction((attempt, result) -> interval(attempt, result.swap().getOrNull()))
            .build();
    return new Client(http, Retry.of("cloud-alm", config));
  }

  HttpAnswer get(String path) {
    HttpCall call = HttpCall.get(path).accept("application/json");
    return patience == null ? read(call) : Retry.decorateSupplier(patience, () -> read(call)).get();
  }

  /** Empty when the other side says that there is no such thing. */
  Optional<HttpAnswer> find(String path) {
    try {
      return Optional.of(get(path));
    } catch (FaultException e) {
      if (e.fault().kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Sends a change; the answer comes back whatever its status, a vague one as a fault. */
  HttpAnswer change(HttpCall call) {
    HttpAnswer answer = http.send(call.accept("application/json"));
    Fault fault = answer.isSuccess() ? null : fault(call, answer);
    if (fault != null && (fault.kind() == Kind.UNKNOWN || fault.kind().retryable())) {
      throw new FaultException(fault);
    }
    return answer;
  }

  static Fault fault(HttpCall call, HttpAnswer answer) {
    Fault fault = Faults.of(call, answer, "Cloud ALM");
    String scope = fault.kind() == Kind.FORBIDDEN ? Scopes.of(call) : null;
    if (scope == null) {
      return fault;
    }
    return new Fault(
        fault.kind(),
        fault.message() + " The service key lacks the scope " + scope + ".",
        fault.retryAfter(),
        fault.vendorCode(),
        fault.excerpt());
  }

  private HttpAnswer read(HttpCall call) {
    HttpAnswer answer = http.send(call);
    if (!answer.isSuccess()) {
      throw new FaultException(fault(call, answer));
    }
    return answer;
  }

  private static boolean mayPass(Throwable failure) {
    if (!(failure instanceof FaultException e)) {
      return false;
    }
    Duration pause = e.fault().retryAfter();
    boolean soon = pause == null || pause.compareTo(LONGEST_PAUSE) <= 0;
    // Only reads come here, so a lost answer may simply be asked for again.
    return soon && (e.fault().kind().retryable() || e.fault().kind() == Kind.UNKNOWN);
  }

  private static long interval(int attempt, @Nullable Throwable failure) {
    Duration asked = failure instanceof FaultException e ? e.fault().retryAfter() : null;
    return asked == null ? BACK_OFF.apply(attempt) : asked.toMillis() + 50;
  }
}
