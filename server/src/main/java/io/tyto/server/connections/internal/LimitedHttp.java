package io.tyto.server.connections.internal;

import io.tyto.spi.BoundHttp;
import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the calls to one host that are under way at once within a limit; first come, first served.
 */
record LimitedHttp(BoundHttp http, Semaphore places) implements BoundHttp {
  private static final long PATIENCE_SECONDS = 60;

  @Override
  public HttpAnswer send(HttpCall call) {
    if (!entered()) {
      throw new FaultException(
          Fault.of(
              Kind.UNREACHABLE, "Too many calls to this host are under way; nothing was sent."));
    }
    try {
      return http.send(call);
    } finally {
      places.release();
    }
  }

  private boolean entered() {
    try {
      return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(Fault.of(Kind.UNREACHABLE, "Interrupted; nothing was sent."), e);
    }
  }
}
