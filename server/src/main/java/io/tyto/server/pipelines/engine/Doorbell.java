package io.tyto.server.pipelines.engine;

import io.tyto.server.pipelines.doubt.Doubts;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectStore;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Writes the end of an effect and rings for its run and for who is next at the system. */
@Component
public class Doorbell {
  private final EffectStore effects;
  private final Doubts doubts;
  private final Wake wake;
  private final Clock clock;

  Doorbell(EffectStore effects, Doubts doubts, Wake wake, Clock clock) {
    this.effects = effects;
    this.doubts = doubts;
    this.wake = wake;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * @return false when somebody else took the effect meanwhile; then nothing was written
   */
  boolean over(Effect ended) {
    if (!effects.write(ended, null)) {
      return false;
    }
    wake.run(ended.runId());
    next(ended);
    return true;
  }

  /** Nobody will look any more; what was sent may have happened. The system is free. */
  public void abandon(Effect effect) {
    effects.leaveToPerson(effect.id());
    doubts.leave(effect);
    next(effect);
  }

  /** The same, for one that has ended already. */
  void leaveInDoubt(Effect ended) {
    doubts.leave(ended);
  }

  /** Its run has something to decide. */
  void ring(Effect effect) {
    wake.run(effect.runId());
  }

  /** Serves the next one when the system is free. */
  public void next(Effect freed) {
    if (freed.busyKey() != null) {
      effects
          .firstInQueue(freed.busyKey())
          .ifPresent(effect -> {
            wake.run(effect.runId());
            wake.effect(effect.id());
          });
    }
  }
}
