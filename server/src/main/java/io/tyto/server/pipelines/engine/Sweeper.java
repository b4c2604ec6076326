package io.tyto.server.pipelines.engine;

import io.tyto.server.pipelines.run.EffectStore;
import io.tyto.server.pipelines.run.RunStore;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Finds what is open and has something to do, and wakes it; for wake-ups that got lost. */
@Component
public class Sweeper {
  /** A worker may be late by this much before somebody else asks. */
  private static final Duration GRACE = Duration.ofSeconds(15);

  private final RunStore runs;
  private final EffectStore effects;
  private final Wake wake;
  private final Clock clock;

  Sweeper(RunStore runs, EffectStore effects, Wake wake, Clock clock) {
    this.runs = runs;
    this.effects = effects;
    this.wake = wake;
    this.clock = clock;
  }

  public void sweep() {
    runs.restless(clock.instant()).forEach(wake::run);
    effects.overdue(clock.instant().minus(GRACE)).forEach(wake::effect);
  }
}
