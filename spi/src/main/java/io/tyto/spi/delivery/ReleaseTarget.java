package io.tyto.spi.delivery;

import io.tyto.spi.Connection;
import io.tyto.spi.Connector;

/**
 * Deploys deliveries to a system.
 *
 * <p>The engine keeps the protocol: {@link #look} is stored with the intent, then {@link #start},
 * then {@link #poll} until it is over. After a crash or a lost answer it asks {@link #find} and
 * never repeats blindly.
 */
public interface ReleaseTarget<S extends Record> extends Connector<S> {

  /** How a lost answer can be cleared up. */
  EffectClass effectClass();

  /** True when all deliverables of a task go in one ordered call; false for one call each. */
  boolean together();

  /** What would change. Never changes anything. */
  Plan plan(Connection<S> at, Delivery delivery);

  /**
   * Begins the work and returns at once with a handle to poll, or with the end of it.
   *
   * <p>Preparations (upload, parameters) are repeatable; only the last call is guarded. Throws
   * nothing for what the other side does: a lost answer is {@link Progress.Broken} with kind
   * UNKNOWN.
   */
  Progress start(Connection<S> at, Delivery delivery, DeliveryKey key);

  /** Free of effects; may be called by any node at any time. */
  Progress poll(Connection<S> at, Handle handle);

  /** The state before, to compare with afterwards. */
  Before look(Connection<S> at, Delivery delivery);

  /** Did it happen? Asked after a crash or a lost answer. */
  Finding find(Connection<S> at, Delivery delivery, DeliveryKey key, Before before);

  /** How much a target can tell about what was done to it. */
  enum EffectClass {
    /** Doing it twice is the same as once. */
    IDEMPOTENT,
    /** The target can be asked whether it happened. */
    VERIFIABLE,
    /** Neither: a lost answer ends at a person. */
    NEITHER
  }
}
