package io.tyto.spi.delivery;

import io.tyto.spi.Connection;
import io.tyto.spi.Connector;

/** Releases transport requests, tasks first. Irreversible. Verifiable by the request's status. */
public interface TransportRelease<S extends Record> extends Connector<S> {

  /** Releases what is still open of the request; already released ends at once as done. */
  Progress release(Connection<S> at, String number, DeliveryKey key);

  /** Reads the request again until it is released. Free of effects. */
  Progress pollRelease(Connection<S> at, Handle handle);
}
