package io.tyto.server.pipelines.work;

import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.spi.FaultException;
import io.tyto.spi.delivery.Before;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;

/**
 * Does one kind of effect. Called without a transaction. May throw {@link FaultException}; from
 * {@link #start} that means that nothing was sent, unless its kind is UNKNOWN.
 */
public interface EffectWorker {

  EffectKind kind();

  /** How a lost answer is cleared up. */
  default EffectClass effectClass(Job job) {
    return EffectClass.IDEMPOTENT;
  }

  /**
   * The state before, stored with the intent, and what somebody else does there now. Free of
   * effects.
   *
   * @throws Refusal refuses the effect; nothing was done
   */
  default Before look(Job job) {
    return new Before("");
  }

  /**
   * @throws Refusal refuses the effect; nothing was done
   */
  WorkResult start(Job job);

  default WorkResult poll(Job job, String handle) {
    throw new IllegalStateException(kind() + " has nothing to poll");
  }

  /** Did it happen? Asked unless it may simply be repeated. */
  default Finding find(Job job, String before) {
    throw new IllegalStateException(kind() + " is repeated, not asked about");
  }
}
