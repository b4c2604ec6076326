package io.tyto.server.pipelines.engine;

import java.time.Duration;

/**
 * Makes sure that somebody looks at a run or an effect. Called in a transaction it waits for the
 * commit; asking twice is the same as once; asking for less delay wins.
 */
public interface Wake {

  void run(String runId, Duration in);

  void effect(String effectId, Duration in);

  default void run(String runId) {
    run(runId, Duration.ZERO);
  }

  default void effect(String effectId) {
    effect(effectId, Duration.ZERO);
  }
}
