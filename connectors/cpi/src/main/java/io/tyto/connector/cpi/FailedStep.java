package io.tyto.connector.cpi;

import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.delivery.Progress;
import java.time.Duration;
import java.util.List;

/** What a failed call means for the work it belongs to. */
final class FailedStep {
  private FailedStep() {}

  /** Nothing is guarded yet: an unanswered preparation may simply be repeated. */
  static Progress whilePreparing(FaultException failed) {
    Fault fault = failed.fault();
    return switch (fault.kind()) {
      case REFUSED, CONFLICT, NOT_FOUND, FORBIDDEN -> refused("upload-refused", fault);
      case UNKNOWN ->
          new Progress.Broken(
              new Fault(
                  Fault.Kind.UNAVAILABLE,
                  "The tenant did not answer while the upload was prepared; repeating is safe. "
                      + fault.message(),
                  fault.retryAfter(),
                  fault.vendorCode(),
                  fault.excerpt()));
      case UNREACHABLE, TOO_MANY_REQUESTS, UNAVAILABLE, UNAUTHENTICATED, BLOCKED, MALFORMED ->
          new Progress.Broken(fault);
    };
  }

  /** A lost answer of the deploy call itself: look again after the settle time, never repeat. */
  static Progress whileDeploying(FaultException failed, Duration settle) {
    Fault fault = failed.fault();
    return switch (fault.kind()) {
      case REFUSED, CONFLICT, NOT_FOUND, FORBIDDEN -> refused("deploy-refused", fault);
      case UNKNOWN, UNAVAILABLE, MALFORMED ->
          new Progress.Broken(
              new Fault(
                  Fault.Kind.UNKNOWN,
                  "The deploy call was sent and no answer came: the tenant may be deploying.",
                  settle,
                  fault.vendorCode(),
                  fault.excerpt()));
      case UNREACHABLE, TOO_MANY_REQUESTS, UNAUTHENTICATED, BLOCKED -> new Progress.Broken(fault);
    };
  }

  private static Progress refused(String code, Fault fault) {
    return new Progress.Refused(code, fault.message(), List.of());
  }
}
