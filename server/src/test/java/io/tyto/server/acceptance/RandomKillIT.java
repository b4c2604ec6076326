package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.alm.AlmLink;
import io.tyto.simulator.core.Faults.Fault;
import io.tyto.simulator.core.RequestLog;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scenario 16 at random moments: two whole promotions and a sync while the server is killed,
 * sometimes again while it recovers. {@code -Dtyto.kills=20 -Dtyto.seed=1} says how often and
 * where.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomKillIT {
  private static final int KILLS = Integer.getInteger("tyto.kills", 2);
  private static final long SEED = Long.getLong("tyto.seed", System.nanoTime());
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration RECOVERY = Duration.ofSeconds(20);
  private static final Duration WINDOW = Duration.ofMillis(700);

  @TempDir static Path folder;

  private final Random random = new Random(SEED);
  private final List<String> figures = new ArrayList<>();
  private KillRig rig;
  private Rollout flows;
  private Rollout requests;
  private AlmLink link;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile boolean over;
  private int kills;
  private int lookedInto;
  private int startedAnew;

  /**
   * When to kill.
   *
   * @param call which changing call to a target of this round comes before; 0 for its start
   */
  private record Moment(int call, Duration after) {}

  @BeforeAll
  void starts() throws Exception {
    rig = KillRig.start(folder);
    flows = rig.rollout(Pipelines.CPI);
    requests = rig.rollout(Pipelines.ABAP);
    link = AlmLink.to(rig.tyto(), AlmLink.generated(rig.tyto(), 30, 300));
    rig.tyto().simulator().desk("alm").switches().set("task-page-cap", "20");
    for (String system : rig.tyto().simulator().systemIds()) {
      rig.tyto().simulator().desk(system).switches().set("latency-millis", "50");
      Fault late = Fault.once("slow-answer", "POST .*(rfc|/Deploy)").withValue("500").times(-1);
      rig.tyto().simulator().desk(system).faults().arm(late);
      rig.tyto().simulator().desk(system).requests().whenArrived(this::noteCall);
    }
  }

  private void noteCall(RequestLog.Entry request) {
    boolean changes = !request.method().equals("GET") && !request.path().startsWith("/oauth");
    if (changes) {
      calls.add(request.method() + " " + request.path().replaceFirst("\\?.*", ""));
    }
  }

  @AfterAll
  void ends() throws Exception {
    rig.close();
  }

  @Test
  void bringsEverythingToItsTargetsOnceWhereverTheServerIsKilled() throws Exception {
    try {
      Duration undisturbed = round(null);
      int changing = calls.size();
      while (kills < KILLS) {
        round(moment(undisturbed, changing));
      }
    } catch (Exception | AssertionError wrong) {
      throw new AssertionError(
          "-Dtyto.seed=%d -Dtyto.kills=%d, %s".formatted(SEED, KILLS, figures), wrong);
    }
    System.out.printf(
        "%d kills, -Dtyto.seed=%d, people looked after %d imports, started %d deployments anew: %s%n",
        kills, SEED, lookedInto, startedAnew, figures);
  }

  /** Any time, or three times as often soon after a call that changes something at a target. */
  private Moment moment(Duration undisturbed, int changing) {
    return random.nextInt(4) == 0
        ? new Moment(0, Duration.ofNanos(random.nextLong(undisturbed.toNanos())))
        : new Moment(
            1 + random.nextInt(changing), Duration.ofMillis(random.nextLong(WINDOW.toMillis())));
  }

  /**
   * @param moment of the first kill; null for none
   * @return how long it took
   */
  private Duration round(@Nullable Moment moment) throws Exception {
    link.edits().churn(link.external.id(), random.nextLong(), 20);
    String sync =
        link.api().post(link.project.path("/syncs"), Map.of("mode", "FULL")).expect(202).id();
    int before = kills;
    calls.clear();
    over = false;
    List<Carried> runs = List.of(flow(), request());
    long start = System.nanoTime();
    long ready = start;
    Thread killer = killer(moment);
    while (!over || killer.isAlive()) {
      over = !goOn(runs, sync);
      if (!rig.server().process().isAlive()) {
        kills++;
        String last = calls.isEmpty() ? "nothing" : calls.getLast();
        figures.add(
            "\nkilled after %s, %d calls, last %s".formatted(since(start), calls.size(), last));
        rig.server().start();
        ready = System.nanoTime();
        figures.add("ready after %s".formatted(since(start)));
        killer = killer(random.nextInt(3) == 0 ? recovering() : null);
        over = false;
      }
      assertThat(since(ready)).isLessThan(LONGEST);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    Duration took = since(start);
    figures.add("over after %s".formatted(took));
    check(runs, sync, kills - before);
    return took;
  }

  private Moment recovering() {
    return new Moment(0, Duration.ofMillis(random.nextLong(RECOVERY.toMillis())));
  }

  private Thread killer(@Nullable Moment moment) {
    return Thread.startVirtualThread(() -> {
      if (moment != null) {
        while (calls.size() < moment.call() && !over) {
          LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        LockSupport.parkNanos(moment.after().toNanos());
        rig.server().kill();
        rig.server().process().onExit().join();
      }
    });
  }

  private static Duration since(long start) {
    return Duration.ofMillis((System.nanoTime() - start) / 1_000_000);
  }

  /** False when there is nothing left to do; a call that is cut off is made again. */
  private boolean goOn(List<Carried> runs, String sync) {
    try {
      boolean open = syncState(sync).equals("RUNNING");
      for (Carried run : runs) {
        open |= !run.step();
      }
      return open;
    } catch (UncheckedIOException cut) {
      long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
      while (rig.server().process().isAlive()) {
        if (System.nanoTime() > end) {
          throw cut;
        }
      }
      return true;
    }
  }

  private String syncState(String sync) {
    return link.api().get(link.project.path("/syncs/" + sync)).expect(200).get("state");
  }

  private void check(List<Carried> runs, String sync, int killed) {
    for (Carried run : runs) {
      run.happenedOnce();
      assertThat(run.startedAnew()).isLessThan(killed == 0 ? 1 : killed);
      lookedInto += run.lookedInto();
      startedAnew += run.startedAnew();
    }
    assertThat(syncState(sync)).isEqualTo("COMPLETED");
    assertThat(link.hash()).isEqualTo(link.truth());
    assertThat(rig.tyto().admin().post("/audit/verify", null).expect(200).get("intact"))
        .isEqualTo("true");
  }

  private Carried flow() {
    Item item = flows.story("A flow to be killed on its way");
    String flow = flows.iFlow();
    item.attachFlow(flow);
    return new Carried(item, flow, Map.of("QA", "cpi-qa", "PROD", "cpi-prod"));
  }

  private Carried request() {
    Item item = requests.story("A request to be killed on its way");
    String request = rig.request("ZCL_KILLED_" + figures.size(), false);
    item.attachTransport(request);
    return new Carried(item, request, Map.of("QA", "abap-qas", "PROD", "abap-prd"));
  }
}
