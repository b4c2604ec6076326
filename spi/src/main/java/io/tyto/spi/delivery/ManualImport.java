package io.tyto.spi.delivery;

import io.tyto.spi.Connector;

/**
 * Says when a deployment is carried out by a person: no interface to import is open, so Tyto prints
 * the ordered list and takes the return codes that an operator enters.
 */
public interface ManualImport<S extends Record> extends Connector<S> {

  boolean byHand(S settings);

  /** The ordered list an operator works through. */
  String instructions(S settings, Delivery delivery);
}
