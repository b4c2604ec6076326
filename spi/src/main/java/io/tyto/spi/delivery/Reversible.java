package io.tyto.spi.delivery;

import io.tyto.spi.Connection;
import io.tyto.spi.Connector;

/** Takes a delivery back to what was there before. */
public interface Reversible<S extends Record> extends Connector<S> {

  /** Content and parameters as they are at the target now. Free of effects. */
  Backup backUp(Connection<S> at, Delivery.Item item);

  /** Puts a backup back by the same protocol as {@link ReleaseTarget#start}. */
  Progress rollBack(Connection<S> at, Delivery.Item item, Backup backup, DeliveryKey key);

  /**
   * @param value opaque to others: what is needed beside the bytes (version, parameters)
   * @param content empty when nothing was there before
   */
  record Backup(String value, byte[] content) {}
}
