package io.tyto.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something the outside did to us, classified once, at the edge.
 *
 * @param message for a person: what happened and what to do
 * @param retryAfter what the other side asked for, if it did
 * @param vendorCode the other side's own code, if it gave one
 * @param excerpt at most 500 characters of its answer, without secrets
 */
public record Fault(
    Kind kind,
    String message,
    @Nullable Duration retryAfter,
    @Nullable String vendorCode,
    @Nullable String excerpt) {

  public static Fault of(Kind kind, String message) {
    return new Fault(kind, message, null, null, null);
  }

  /** What policy needs to know; retryability is decided here and nowhere else. */
  public enum Kind {
    /** Nothing was sent: no route, refused, name unknown. May be repeated. */
    UNREACHABLE(true),
    /** Sent, no answer: it may have happened. Never repeated without looking. */
    UNKNOWN(false),
    /** 429. May be repeated after {@code retryAfter}. */
    TOO_MANY_REQUESTS(true),
    /** 502, 503, 504 on a reading call. */
    UNAVAILABLE(true),
    /** Sign-in refused: a person must look at the credential. */
    UNAUTHENTICATED(false),
    /** Signed in, but a scope, role or authorisation is missing. */
    FORBIDDEN(false),
    NOT_FOUND(false),
    CONFLICT(false),
    /** The other side said no for a reason of its business. */
    REFUSED(false),
    /** Our network policy does not allow that host. */
    BLOCKED(false),
    /** The answer is not what the interface promises. */
    MALFORMED(false);

    private final boolean retryable;

    Kind(boolean retryable) {
      this.retryable = retryable;
    }

    public boolean retryable() {
      return retryable;
    }
  }
}
