package io.tyto.server.acceptance;

import io.tyto.server.acceptance.ChaosCrowd.BySome;
import io.tyto.server.acceptance.ChaosTable.Found;
import io.tyto.simulator.core.Faults;
import io.tyto.simulator.core.Faults.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * R2: most calls that deploy lose their answer in some way, after the work or before, at many
 * environments side by side, and people press everything twice.
 */
final class ChaosLies {
  private static final List<String> TENANTS = List.of("cpi-qa", "cpi-prod");
  private static final List<String> LIES =
      List.of(
          "answer-lost",
          "answer-lost",
          "bad-gateway-after-work",
          "bad-gateway-after-work",
          "slow-answer",
          "bad-gateway");
  private static final Duration A_FLOW = Duration.ofMinutes(2);
  private static final int SETTING_UP = 4;

  private final ChaosCluster cluster;
  private final ChaosSize size;
  private final Random random;
  private final Semaphore making = new Semaphore(SETTING_UP);
  private Found found = Found.NOTHING;
  private int asked;
  private int lies;

  ChaosLies(ChaosCluster cluster, ChaosSize size, Random random) {
    this.cluster = cluster;
    this.size = size;
    this.random = random;
  }

  Found told() {
    for (String tenant : TENANTS) {
      cluster.simulator().desk(tenant).switches().set("deploy-duration", "PT0.3S");
    }
    Stream<BySome<Rollout>> setUps =
        Stream.generate(() -> (BySome<Rollout>) () -> cluster.rollout(Pipelines.CPI))
            .limit(size.systems());
    List<Rollout> rollouts = ChaosCrowd.each(setUps, SETTING_UP);
    Thread liar = Thread.ofVirtual().start(this::lie);
    try (ExecutorService teams = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> all =
          rollouts.stream()
              .map(rollout -> CompletableFuture.runAsync(() -> promote(rollout), teams))
              .toList();
      all.forEach(CompletableFuture::join);
    }
    liar.interrupt();
    for (String tenant : TENANTS) {
      cluster.simulator().desk(tenant).faults().clear();
    }
    return found.saying("%,d lies told; %d decided by a person".formatted(lies, asked));
  }

  private void promote(Rollout rollout) {
    for (int round = 0; round < size.rounds(); round++) {
      BySome<Trip> start =
          () -> cluster.flows(cluster.items(rollout, 1).getFirst(), size.flows(), true);
      List<Trip> trips = List.of(start.with(making));
      Duration pause = Duration.ofMillis(100L + 40L * size.systems());
      ChaosCrowd.carry(trips, A_FLOW.multipliedBy(size.flows()), pause, () -> false);
      count(trips.getFirst());
    }
  }

  private synchronized void count(Trip trip) {
    long before = found.trials() / 500;
    found = found.and(trip.found());
    asked += trip.asked();
    if (found.trials() / 500 > before) {
      System.out.println("R2 so far: " + found.saying(lies + " lies told"));
    }
  }

  private void lie() {
    while (!Thread.currentThread().isInterrupted()) {
      for (String tenant : TENANTS) {
        Faults faults = cluster.simulator().desk(tenant).faults();
        if (faults.armed().isEmpty()) {
          String lie = LIES.get(random.nextInt(LIES.size()));
          Fault fault =
              Fault.once(lie, "POST .*DeployIntegrationDesigntimeArtifact")
                  .after(random.nextInt(2));
          faults.arm(lie.startsWith("slow") ? fault.withValue("1500") : fault);
          lies++;
        }
      }
      ChaosCrowd.nap(Duration.ofMillis(20));
    }
  }
}
