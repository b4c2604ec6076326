package io.tyto.server.pipelines.engine;

import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.Run;
import io.tyto.server.pipelines.run.RunTask;
import io.tyto.server.pipelines.run.TaskState;
import io.tyto.server.pipelines.trace.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What really happened at the targets, and what must never happen. Knows nothing of the engine's
 * decisions but its rows.
 */
final class SimOracle {
  /** One deployment as the target saw it. */
  static final class Operation {
    final String place;
    final String artifact;
    final String version;
    final String key;
    final long began;
    final long ends;
    final boolean fails;
    boolean takenBack;

    Operation(
        String place,
        String artifact,
        String version,
        String key,
        long began,
        long ends,
        boolean fails) {
      this.place = place;
      this.artifact = artifact;
      this.version = version;
      this.key = key;
      this.began = began;
      this.ends = ends;
      this.fails = fails;
    }
  }

  private final SimLoop loop;
  private final Map<String, List<Operation>> places = new HashMap<>();
  private final Map<String, Long> changed = new HashMap<>();
  long deployments;

  SimOracle(SimLoop loop) {
    this.loop = loop;
  }

  List<Operation> at(String place) {
    return places.computeIfAbsent(place, any -> new ArrayList<>());
  }

  /** The last one that this artifact saw at a place. */
  Operation last(String place, String artifact) {
    return at(place).reversed().stream()
        .filter(o -> o.artifact.equals(artifact))
        .findFirst()
        .orElse(null);
  }

  boolean busy(String place) {
    return at(place).reversed().stream().limit(5).anyMatch(o -> o.ends > loop.now());
  }

  /** Called by the target at the instant it begins. */
  void begins(Operation operation, Effect effect, Run run, List<Verdict> verdicts) {
    deployments++;
    if (busy(operation.place)) {
      throw new SimLoop.Broken(
          "Two deployments at once at %s: %s %s"
              .formatted(operation.place, operation.artifact, effect));
    }
    Operation before =
        at(operation.place).reversed().stream()
            .filter(o -> o.artifact.equals(operation.artifact) && !o.fails && !o.takenBack)
            .findFirst()
            .orElse(null);
    if (before != null && before.version.equals(operation.version) && !effect.again()) {
      throw new SimLoop.Broken(
          "%s %s twice at %s: %s after %s%n%s"
              .formatted(
                  operation.artifact,
                  operation.version,
                  operation.place,
                  operation.key,
                  before.key,
                  story(run)));
    }
    approved(run, run.task(effect.taskId()).orElseThrow(), verdicts);
    at(operation.place).add(operation);
  }

  private static String story(Run run) {
    StringBuilder story = new StringBuilder();
    run.tasks().forEach(t -> story.append(t).append('\n'));
    run.effects().forEach(e -> story.append(e).append('\n'));
    return story.toString();
  }

  /** Each approval before the deployment was given by somebody else than the promoter. */
  private static void approved(Run run, RunTask deploy, List<Verdict> verdicts) {
    for (RunTask task : run.tasks()) {
      boolean before = task.position().compareTo(deploy.position()) < 0;
      if (before && task.kind().equals("approve")) {
        boolean given =
            verdicts.stream()
                .filter(v -> v.taskId().equals(task.id()) && v.attempt() == task.attempt())
                .filter(v -> v.kind() == Verdict.Kind.APPROVED)
                .anyMatch(v -> !v.user().equals(run.header().promoter()));
        if (!given || task.state() != TaskState.DONE) {
          throw new SimLoop.Broken("Deployed without approval: " + deploy + " after " + task);
        }
      }
    }
  }

  /** Every change of a task. */
  void moved(RunTask before, RunTask after) {
    changed.put(after.runId(), loop.now());
    if (before.state().terminal() && before.state() != after.state()) {
      throw new SimLoop.Broken("Left a terminal state: " + before + " became " + after);
    }
    if (before.state() != after.state() && !before.state().may(after.state())) {
      throw new SimLoop.Broken("No such transition: " + before + " became " + after);
    }
    if (after.attempt() < before.attempt()) {
      throw new SimLoop.Broken("Went back to an earlier attempt: " + before);
    }
  }

  long lastChange(String run) {
    return changed.getOrDefault(run, 0L);
  }
}
