package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.acceptance.ChaosCluster.Call;
import io.tyto.server.acceptance.ChaosCluster.Node;
import io.tyto.server.acceptance.ChaosTable.Found;
import io.tyto.server.pipelines.engine.InProcess;
import io.tyto.simulator.core.Faults;
import io.tyto.simulator.core.Faults.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./tyto chaos}: the engine in this process, then real servers on one PostgreSQL, are
 * killed, paused, lied to and cut off; what the targets' ledgers say must be as if nothing had
 * happened.
 */
class ChaosIT {
  private static final ChaosSize SIZE = ChaosSize.chosen();
  private static final long SEED = Long.getLong("tyto.seed", System.nanoTime());
  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final Duration HEALING = Duration.ofSeconds(30);
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
  private int killed;

  @Test
  void showsNothingLostNothingDoubledAndNothingStuck() throws Exception {
    System.out.println("Chaos with -Dtyto.seed=" + SEED + " and " + SIZE);
    table.add(
        "R1", "crash points in process", () -> shown(InProcess.crashPoints(SIZE.promotions())));
    table.add(
        "R4 R7",
        "simulated days",
        () -> shown(InProcess.days(Math.abs(SEED % 1_000_000), SIZE.lives(), SIZE.days())));
    table.add(
        "R5", "happenings in every situation", () -> shown(InProcess.situations(SIZE.kinds())));
    try (ChaosCluster started = ChaosCluster.start(folder, SIZE.nodes())) {
      cluster = started;
      flows = cluster.rollout(Pipelines.CPI);
      requests = cluster.rollout(Pipelines.ABAP);
      slowDown();
      realServers();
    }
    System.out.println("\n-Dtyto.seed=" + SEED + "\n" + table);
    assertThat(table.clean()).as(table.toString()).isTrue();
  }

  private void slowDown() {
    for (String system : cluster.simulator().systemIds()) {
      cluster.simulator().desk(system).switches().set("latency-millis", "20");
    }
  }

  private void realServers() {
    table.add("R2", "answers lost, late, 502 after work; all pressed twice", this::answers);
    table.add("R9", "a node killed while it sends", () -> each(SIZE.takeOvers(), this::takenOver));
    table.add("R3", "a node paused beyond its lease", () -> each(SIZE.pauses(), this::paused));
    table.add("R1", "nodes killed at random", () -> each(SIZE.kills(), this::killed));
    table.add("R9", "rolling restart with open runs", () -> each(SIZE.restarts(), this::rolling));
    table.add("R6", "database connections killed", () -> each(SIZE.outages(), this::backends));
    table.add("R6", "database away " + SIZE.outage(), () -> each(SIZE.outages(), this::away));
    table.add(
        "R6", "database read-only " + SIZE.outage(), () -> each(SIZE.outages(), this::readOnly));
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

  private List<Trip> trips(int count) {
    List<Trip> trips = new ArrayList<>();
    cluster.items(flows, count).forEach(item -> trips.add(cluster.flows(item, 1, false)));
    cluster.items(requests, 1).forEach(item -> trips.add(cluster.request(item)));
    return trips;
  }

  /** Lets people go on until every run is over. */
  private static boolean carry(List<Trip> trips, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end) {
      boolean over = true;
      for (Trip trip : trips) {
        over &= trip.step();
      }
      if (over) {
        return true;
      }
      nap(Duration.ofMillis(50));
    }
    return false;
  }

  private static void carryFor(List<Trip> trips, Duration time) {
    carry(trips, time);
  }

  private static Found found(List<Trip> trips) {
    Found found = Found.NOTHING;
    for (Trip trip : trips) {
      found = found.and(trip.found());
    }
    return found;
  }

  private Found carried(List<Trip> trips, String said) {
    carry(trips, LONGEST);
    return found(trips).saying(said);
  }

  private static void nap(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }

  private static boolean await(Duration longest, BooleanSupplier what) {
    long end = System.nanoTime() + longest.toNanos();
    while (!what.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      nap(Duration.ofMillis(2));
    }
    return true;
  }

  /** R2: every second call that deploys loses its answer in some way, after the work or before. */
  private Found answers() {
    List<Trip> trips = new ArrayList<>();
    List<Rollout> rollouts = new ArrayList<>(List.of(flows));
    while (rollouts.size() < SIZE.systems()) {
      rollouts.add(cluster.rollout(Pipelines.CPI));
    }
    for (String tenant : List.of("cpi-qa", "cpi-prod")) {
      cluster.simulator().desk(tenant).switches().set("deploy-duration", "PT0.3S");
    }
    Thread liar = Thread.ofVirtual().start(this::lie);
    Found found = Found.NOTHING;
    int asked = 0;
    for (int round = 0; round < SIZE.rounds(); round++) {
      trips.clear();
      for (Rollout rollout : rollouts) {
        cluster
            .items(rollout, 1)
            .forEach(item -> trips.add(cluster.flows(item, SIZE.flows(), true)));
      }
      carry(trips, LONGEST.multipliedBy(SIZE.flows()));
      found = found.and(found(trips));
      asked += trips.stream().mapToInt(Trip::asked).sum();
    }
    liar.interrupt();
    for (String tenant : List.of("cpi-qa", "cpi-prod")) {
      cluster.simulator().desk(tenant).faults().clear();
    }
    return found.saying(asked + " decided by a person");
  }

  private void lie() {
    List<String> lies =
        List.of("answer-lost", "bad-gateway-after-work", "bad-gateway", "slow-answer");
    while (!Thread.currentThread().isInterrupted()) {
      for (String tenant : List.of("cpi-qa", "cpi-prod")) {
        Faults faults = cluster.simulator().desk(tenant).faults();
        if (faults.armed().isEmpty()) {
          String lie = lies.get(random.nextInt(lies.size()));
          Fault fault = Fault.once(lie, "POST .*DeployIntegrationDesigntimeArtifact");
          faults.arm(lie.startsWith("slow") ? fault.withValue("1500") : fault);
        }
      }
      nap(Duration.ofMillis(20));
    }
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
    while (sent() < before && System.nanoTime() < end) {
      trips.forEach(Trip::step);
      nap(Duration.ofMillis(5));
    }
    nap(Duration.ofMillis(random.nextInt(60)));
    return trips;
  }

  private long sent() {
    return cluster.calls.stream()
        .filter(call -> call.changes() && !call.system().endsWith("dev"))
        .count();
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
    boolean inTime = await(TAKE_OVER, () -> engineSentAfter(died));
    slowest = Math.max(slowest, (System.nanoTime() - died) / 1e9);
    CompletableFuture<Void> back = CompletableFuture.runAsync(sender::start);
    Found found = carried(trips, "at most %.1f s until another went on".formatted(slowest));
    back.join();
    return inTime ? found : found.and(new Found(0, 0, 0, 1, ""));
  }

  private boolean engineSentAfter(long moment) {
    for (Call call : cluster.calls) {
      if (call.at() > moment && !call.path().startsWith("/oauth")) {
        return true;
      }
    }
    return false;
  }

  private Found paused() throws Exception {
    Node sender = cluster.nodes.get(random.nextInt(cluster.nodes.size()));
    List<Trip> trips = sending(sender);
    sender.pause();
    othersGoOn(sender);
    carryFor(trips, BEYOND_THE_LEASE);
    sender.goOn();
    carry(trips, LONGEST);
    nap(Duration.ofSeconds(3));
    return found(trips);
  }

  private Found killed() throws Exception {
    List<Trip> trips = trips(2);
    cluster.calls.clear();
    int before = random.nextInt(8);
    Duration after = Duration.ofMillis(random.nextInt(700));
    List<Node> victims =
        random.nextInt(3) == 0
            ? List.copyOf(cluster.nodes)
            : List.of(cluster.nodes.get(random.nextInt(cluster.nodes.size())));
    CompletableFuture<Void> killer =
        CompletableFuture.runAsync(() -> {
          await(Duration.ofSeconds(40), () -> sent() >= before);
          nap(after);
          victims.forEach(ChaosIT::kill);
          cluster.startAll(victims);
        });
    Found found = carried(trips, "");
    killer.join();
    killed += victims.size();
    return found.saying(killed + " servers killed");
  }

  private static void kill(Node node) {
    try {
      node.kill();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Found rolling() {
    List<Trip> trips = trips(3);
    CompletableFuture<Void> roll =
        CompletableFuture.runAsync(() -> {
          for (Node node : cluster.nodes) {
            end(node);
            node.start();
          }
        });
    Found found = carried(trips, "");
    roll.join();
    return found;
  }

  private static void end(Node node) {
    try {
      node.end();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Found backends() throws Exception {
    List<Trip> trips = trips(2);
    long end = System.nanoTime() + SIZE.outage().toNanos();
    while (System.nanoTime() < end) {
      cluster.endBackends();
      carryFor(trips, Duration.ofMillis(random.nextInt(1_500)));
    }
    return healed(trips);
  }

  private Found away() throws Exception {
    List<Trip> trips = trips(2);
    carryFor(trips, Duration.ofMillis(random.nextInt(3_000)));
    cluster.databaseAway();
    // Whoever calls now waits for his answer longer than the database is gone.
    nap(SIZE.outage());
    cluster.databaseBack();
    return healed(trips);
  }

  private Found readOnly() throws Exception {
    List<Trip> trips = trips(2);
    carryFor(trips, Duration.ofMillis(random.nextInt(3_000)));
    cluster.readOnly(true);
    nap(SIZE.outage());
    cluster.readOnly(false);
    return healed(trips);
  }

  /** The engine goes on by itself soon, and everything comes to its end. */
  private Found healed(List<Trip> trips) {
    long back = System.nanoTime();
    boolean inTime = false;
    double seconds = 0;
    while (!inTime && System.nanoTime() - back < HEALING.toNanos()) {
      inTime = carry(trips, Duration.ofMillis(100)) || engineSentAfter(back);
      seconds = (System.nanoTime() - back) / 1e9;
    }
    Found found = carried(trips, "went on after %.1f s".formatted(seconds));
    return inTime ? found : found.and(new Found(0, 0, 0, 1, "")).saying(found.said());
  }

  private Found audit() {
    boolean intact =
        cluster.tyto().admin().post("/audit/verify", null).expect(200).get("intact").equals("true");
    return new Found(1, intact ? 0 : 1, 0, 0, "");
  }
}
