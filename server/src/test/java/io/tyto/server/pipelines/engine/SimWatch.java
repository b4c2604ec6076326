package io.tyto.server.pipelines.engine;

import io.tyto.server.pipelines.rig.World;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunState;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.pipelines.run.WaitReason;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks every simulated hour, and at the end, for runs that nobody works on and nobody is asked
 * about.
 */
final class SimWatch {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  /** Longer than the slowest deployment with all its attempts and the two hours of asking. */
  private static final long PATIENCE = 6 * HOUR;

  private final SimCluster cluster;

  /** Who has had something to do at each look since then. */
  private final Map<String, Long> restless = new HashMap<>();

  SimWatch(SimCluster cluster) {
    this.cluster = cluster;
    later();
  }

  private void later() {
    cluster.loop.spawn(
        cluster.scheduler.outside,
        HOUR,
        () -> {
          cluster.memory.quietly(this::everythingMoves);
          later();
        });
  }

  private Void everythingMoves() {
    RunStore runs = cluster.bean(RunStore.class);
    List<String> now = runs.restless(cluster.loop.instant());
    restless.keySet().retainAll(now);
    long tooLong = cluster.loop.now() - PATIENCE;
    for (String id : now) {
      long since = restless.computeIfAbsent(id, first -> cluster.loop.now());
      if (Math.max(since, cluster.oracle.lastChange(id)) < tooLong) {
        throw new SimLoop.Broken("Nothing happens any more: " + runs.find(id).orElseThrow());
      }
    }
    return null;
  }

  /** After hours of calm: over, or a person is asked. */
  void nothingIsStuck() {
    cluster.memory.quietly(() -> {
      RunStore runs = cluster.bean(RunStore.class);
      for (var header : runs.list(List.of(World.PROJECT.value()), null, null, null, 100_000)) {
        Run run = runs.find(header.id()).orElseThrow();
        if (run.state() != header.state()) {
          throw new SimLoop.Broken("The stored state is not the derived one: " + run);
        }
        if (run.state() == RunState.RUNNING || run.state().open() && waitsForNobody(run)) {
          throw new SimLoop.Broken("Stuck: " + run);
        }
      }
      return null;
    });
  }

  private static boolean waitsForNobody(Run run) {
    return run.nextTasks().stream()
        .noneMatch(t ->
            t.state().failed()
                || t.waitsFor(WaitReason.APPROVAL)
                || t.waitsFor(WaitReason.PERSON)
                || t.waitsFor(WaitReason.PROMOTION)
                || t.waitsFor(WaitReason.ENVIRONMENT));
  }
}
