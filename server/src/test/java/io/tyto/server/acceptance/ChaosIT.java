package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.acceptance.ChaosCluster.Node;
import io.tyto.server.acceptance.ChaosTable.Found;
import io.tyto.server.pipelines.engine.InProcess;
import io.tyto.server.testing.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./tyto chaos}: the engine in this process, then real servers on one PostgreSQL, are
 * killed, paused, lied to and cut off; what the targets' ledgers say must be as if nothing had
 * happened.
 */
class ChaosIT {
  private static final ChaosSize SIZE = ChaosSize.chosen();
  private static final long SEED = Long.getLong("tyto.chaos.seed", System.nanoTime());
  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final Duration TAKE_OVER = Duration.ofSeconds(15);

  /** Eight seconds of missed heartbeats and some more. */
  private static final Duration BEYOND_THE_LEASE = Duration.ofSeconds(14);

  @TempDir static Path folder;

  private final Random random = new Random(SEED);
  private final ChaosTable table = new ChaosTable();
  private ChaosCluster cluster;
  private Rollout flows;
  private Rollout requests;
  private double slowest;

  @Test
  void showsNothingLostNothingDoubledAndNothingStuck() throws Exception {
    System.out.println("Chaos with --seed " + SEED + " and " + SIZE);
    // The long lane waits for minutes of outage, so both go side by side; the short one is over
    // sooner in a row.
    CompletableFuture<Void> inside = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          inProcess();
          inside.complete(null);
        });
    if (!SIZE.big()) {
      inside.join();
    }
    try (ChaosCluster started = ChaosCluster.start(folder, SIZE.nodes(), SIZE.big())) {
      cluster = started;
      flows = cluster.rollout(Pipelines.CPI);
      requests = cluster.rollout(Pipelines.ABAP);
      slowDown();
      realServers();
    }
    inside.join();
    System.out.println("\n--seed " + SEED + "\n" + table);
    assertThat(table.clean()).as(table.toString()).isTrue();
  }

  private void inProcess() {
    table.add(
        "R5", "happenings in every situation", () -> shown(InProcess.situations(SIZE.kinds())));
    table.add(
        "R2 R4 R7",
        "simulated days",
        () -> shown(InProcess.days(Math.abs(SEED % 1_000_000), SIZE.lives(), SIZE.days())));
    table.add(
        "R1", "crash points in process", () -> shown(InProcess.crashPoints(SIZE.promotions())));
  }

  private void slowDown() {
    for (String system : cluster.simulator().systemIds()) {
      cluster.simulator().desk(system).switches().set("latency-millis", "20");
    }
  }

  private void realServers() {
    ChaosOutages outages = new ChaosOutages(cluster, SIZE, random);
    table.add("R9", "a node killed while it sends", () -> each(SIZE.takeOvers(), this::takenOver));
    table.add("R3", "a node paused beyond its lease", () -> each(SIZE.pauses(), this::paused));
    table.add("R9", "rolling restart with open runs", () -> each(SIZE.restarts(), this::rolling));
    table.add("R6", "database connections killed for " + SIZE.harm(), outages::backends);
    table.add("R6", "database read-only for " + SIZE.harm(), outages::readOnly);
    table.add("R6", "disk of the database full for " + SIZE.harm(), outages::full);
    table.add(
        "R1",
        "servers killed while they send",
        () -> new ChaosKills(cluster, SIZE.kills(), random).killed());
    table.add(
        "R2",
        "answers lost, late, 502 after work; all pressed twice",
        () -> new ChaosLies(cluster, SIZE, random).told());
    table.add(
        "R6",
        "database away for " + SIZE.outage(),
        () -> new ChaosOutages(cluster, SIZE, random).away());
    table.add("R1", "audit trail whole", this::audit);
  }

  /** It throws at the first promise that is broken. */
  private static Found shown(InProcess.Shown shown) {
    return Found.good(shown.trials(), shown.said());
  }

  private static Found each(int times, ChaosTable.Trial trial) throws Exception {
    Found all = Found.NOTHING;
    for (int i = 0; i < times; i++) {
      Found one = trial.play();
      all = all.and(one).saying(one.said());
    }
    return times == 0 ? all.saying("in the long lane only") : all;
  }

  /** All others stand still, so that it is this one that sends. */
  private List<Trip> sending(Node sender) throws Exception {
    for (Node node : cluster.nodes) {
      if (node != sender) {
        node.pause();
      }
    }
    List<Trip> trips = List.of(cluster.flows(cluster.items(flows, 1).getFirst(), 1, false));
    cluster.calls.clear();
    int before = 1 + random.nextInt(3);
    long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (cluster.sent() < before && System.nanoTime() < end) {
      trips.forEach(Trip::step);
      ChaosCrowd.nap(Duration.ofMillis(5));
    }
    ChaosCrowd.nap(Duration.ofMillis(random.nextInt(60)));
    return trips;
  }

  private void othersGoOn(Node sender) throws Exception {
    for (Node node : cluster.nodes) {
      if (node != sender) {
        node.goOn();
      }
    }
  }

  private Found takenOver() throws Exception {
    Node sender = cluster.nodes.get(random.nextInt(cluster.nodes.size()));
    List<Trip> trips = sending(sender);
    sender.kill();
    long died = System.nanoTime();
    othersGoOn(sender);
    boolean inTime = ChaosCrowd.await(TAKE_OVER, () -> cluster.sentAfter(died));
    slowest = Math.max(slowest, (System.nanoTime() - died) / 1e9);
    CompletableFuture<Void> back = CompletableFuture.runAsync(sender::start);
    Found found =
        ChaosCrowd.carried(trips, "at most %.1f s until another went on".formatted(slowest));
    back.join();
    return inTime ? found : found.and(new Found(0, 0, 0, 1, "")).saying(found.said());
  }

  private Found paused() throws Exception {
    Node sender = cluster.nodes.get(random.nextInt(cluster.nodes.size()));
    List<Trip> trips = sending(sender);
    sender.pause();
    othersGoOn(sender);
    ChaosCrowd.carry(trips, BEYOND_THE_LEASE);
    sender.goOn();
    ChaosCrowd.carry(trips, LONGEST);
    ChaosCrowd.nap(Duration.ofSeconds(3));
    return ChaosCrowd.found(trips);
  }

  private Found rolling() {
    List<Trip> trips = new ArrayList<>();
    cluster.items(flows, 3).forEach(item -> trips.add(cluster.flows(item, 1, false)));
    cluster.items(requests, 1).forEach(item -> trips.add(cluster.request(item)));
    CompletableFuture<Void> roll =
        CompletableFuture.runAsync(() -> {
          for (Node node : cluster.nodes) {
            node.end();
            node.start();
          }
        });
    Found found = ChaosCrowd.carried(trips, "");
    roll.join();
    return found;
  }

  private Found audit() {
    Answer verified = cluster.tyto().admin().post("/audit/verify", null).expect(200);
    boolean intact = verified.get("intact").equals("true");
    return new Found(1, intact ? 0 : 1, 0, 0, intact ? "" : verified.get("broken", "message"));
  }
}
