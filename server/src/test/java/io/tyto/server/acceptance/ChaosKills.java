package io.tyto.server.acceptance;

import io.tyto.server.acceptance.ChaosCluster.Node;
import io.tyto.server.acceptance.ChaosCrowd.BySome;
import io.tyto.server.acceptance.ChaosTable.Found;
import io.tyto.simulator.core.Faults.Fault;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * R1: one server or all of them are killed, again and again, while the intent to deploy is written
 * and no answer is.
 */
final class ChaosKills {
  private static final List<String> TARGETS = List.of("cpi-qa", "cpi-prod", "abap-qas", "abap-prd");
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int PROJECTS = 8;
  private static final int FLOWS = 6;

  private final ChaosCluster cluster;
  private final int most;
  private final Random random;
  private int killed;
  private int struck;
  private int sending;

  ChaosKills(ChaosCluster cluster, int most, Random random) {
    this.cluster = cluster;
    this.most = most;
    this.random = random;
  }

  Found killed() {
    if (most == 0) {
      return Found.NOTHING.saying("in the long lane only");
    }
    List<BySome<Rollout>> setUps = new ArrayList<>();
    IntStream.range(0, PROJECTS).forEach(i -> setUps.add(() -> cluster.rollout(Pipelines.CPI)));
    setUps.add(() -> cluster.rollout(Pipelines.ABAP));
    List<Rollout> rollouts = ChaosCrowd.each(setUps.stream(), 4);
    // The window is as long as a target takes to answer, and there are many of them in a wave.
    for (String target : TARGETS) {
      Fault late = Fault.once("slow-answer", "POST .*(rfc|/Deploy)").withValue("5000").times(-1);
      cluster.simulator().desk(target).faults().arm(late);
    }
    Found found = Found.NOTHING;
    while (killed < most && found.clean()) {
      found = found.and(wave(rollouts));
      System.out.println("R1 kills so far: " + found.saying(said()));
    }
    TARGETS.forEach(target -> cluster.simulator().desk(target).faults().clear());
    return found.saying(said());
  }

  private String said() {
    return "%d servers killed at %d moments, at each at least one, in all %d deployments being sent"
        .formatted(killed, struck, sending);
  }

  private Found wave(List<Rollout> rollouts) {
    List<BySome<Trip>> starts = new ArrayList<>();
    for (Rollout rollout : rollouts.subList(0, PROJECTS)) {
      starts.add(() -> cluster.flows(cluster.items(rollout, 1).getFirst(), FLOWS, false));
    }
    starts.add(() -> cluster.request(cluster.items(rollouts.getLast(), 1).getFirst()));
    List<Trip> trips = ChaosCrowd.each(starts.stream(), 4);
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> killUntil(over));
    ChaosCrowd.carry(trips, LONGEST, Duration.ofSeconds(1), killer::isCompletedExceptionally);
    over.set(true);
    killer.join();
    return ChaosCrowd.carried(trips, "");
  }

  private void killUntil(AtomicBoolean over) {
    while (!over.get() && killed < most) {
      boolean hit = ChaosCrowd.await(SOON, () -> over.get() || inTheWindow() > 0) && !over.get();
      ChaosCrowd.nap(Duration.ofMillis(random.nextInt(800)));
      int open = hit ? inTheWindow() : 0;
      if (open > 0) {
        strike(open);
      }
    }
  }

  private void strike(int open) {
    List<Node> victims =
        random.nextInt(3) > 0
            ? List.copyOf(cluster.nodes)
            : List.of(cluster.nodes.get(random.nextInt(cluster.nodes.size())));
    victims.forEach(Node::kill);
    killed += victims.size();
    struck++;
    sending += open;
    cluster.startAll(victims);
  }

  private int inTheWindow() {
    try {
      return cluster.count("SELECT count(*) FROM effect WHERE outcome IN ('SENT', 'UNKNOWN')");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
