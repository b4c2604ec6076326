package io.tyto.server.pipelines.engine;

import io.tyto.server.pipelines.rig.KillSwitch.When;
import java.util.ArrayList;
import java.util.List;

/** The proofs that need no server, for the table of {@code ./tyto chaos}. */
public final class InProcess {
  private static final int SAMPLE = 10;

  private InProcess() {}

  /** What was tried; a promise that is broken is thrown. */
  public record Shown(long trials, String said) {}

  /**
   * @param times each point; 0 for a sample of the points
   */
  public static Shown crashPoints(int times) {
    List<CrashPoint> points = new ArrayList<>(List.of(CrashPoint.values()));
    if (times == 0) {
      points.removeIf(point -> point.ordinal() % SAMPLE != 0);
    }
    List<String> missed = CrashPointTest.missed(points, Math.max(1, times));
    if (!missed.isEmpty()) {
      throw new AssertionError("Never reached: " + missed);
    }
    int each = When.values().length;
    return new Shown(
        (long) points.size() * each * Math.max(1, times),
        points.size() * each + " points, a second death in recovery each");
  }

  public static Shown days(long seed, int lives, int days) throws InterruptedException {
    long deployments = 0;
    for (int life = 0; life < lives; life++) {
      deployments += SimulatedDaysTest.live(seed + life, days).deployments();
    }
    return new Shown(
        (long) lives * days,
        "%,d deployments of 3 nodes, from seed %d".formatted(deployments, seed));
  }

  /**
   * @param most kinds of tasks; 0 for all
   */
  public static Shown situations(int most) {
    List<String> kinds = new ArrayList<>(EverySituationTest.kinds());
    if (most > 0) {
      kinds.sort((a, b) -> Boolean.compare(b.equals("deploy"), a.equals("deploy")));
      kinds = kinds.subList(0, most);
    }
    long tried = 0;
    for (String kind : kinds) {
      tried += EverySituationTest.tried(kind);
    }
    return new Shown(tried, "kinds of tasks: " + kinds.size());
  }
}
