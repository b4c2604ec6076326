package io.tyto.server.pipelines.engine;

import io.tyto.server.platform.jobs.Wakes;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Wakes through db-scheduler, whose instance id is the id of the run or effect, so that one node at
 * a time works on it.
 */
@Component
class SchedulerWake implements Wake {
  static final String RUN = "run";
  static final String EFFECT = "effect";

  private final Wakes wakes;

  SchedulerWake(Wakes wakes) {
    this.wakes = wakes;
  }

  @Override
  public void run(String runId, Duration in) {
    wakes.in(in, RUN, runId);
  }

  @Override
  public void effect(String effectId, Duration in) {
    wakes.in(in, EFFECT, effectId);
  }
}
