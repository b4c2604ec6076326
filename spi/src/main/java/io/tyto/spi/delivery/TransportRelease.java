package io.tyto.spi.delivery;

import io.tyto.spi.Connection;
import io.tyto.spi.Connector;
import org.jspecify.annotations.Nullable;

/** Releases transport requests, tasks first. Irreversible. Verifiable by the request's status. */
public interface TransportRelease<S extends Record> extends Connector<S> {

  /**
   * Releases what is still open of the request; already released ends at once as done.
   *
   * @param digest of the request when it was attached: one that carries something else by now is
   *     refused and not released; null when it may carry anything
   */
  Progress release(Connection<S> at, String number, @Nullable String digest, DeliveryKey key);

  /** Reads the request again until it is released. Free of effects. */
  Progress pollRelease(Connection<S> at, Handle handle);
}
