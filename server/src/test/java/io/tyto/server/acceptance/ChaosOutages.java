package io.tyto.server.acceptance;

import io.tyto.server.acceptance.ChaosTable.Found;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** R6: what happens to the database, and how long the servers need after its return. */
final class ChaosOutages {
  private static final Duration HEALING = Duration.ofSeconds(30);
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  private final ChaosCluster cluster;
  private final ChaosSize size;
  private final Random random;
  private Rollout flows;
  private Rollout requests;

  ChaosOutages(ChaosCluster cluster, ChaosSize size, Random random) {
    this.cluster = cluster;
    this.size = size;
    this.random = random;
  }

  private List<Trip> trips() {
    if (flows == null) {
      flows = cluster.rollout(Pipelines.CPI);
      requests = cluster.rollout(Pipelines.ABAP);
    }
    List<Trip> trips = new ArrayList<>();
    int count = size.big() ? 4 : 2;
    cluster.items(flows, count).forEach(item -> trips.add(cluster.flows(item, 1, false)));
    cluster.items(requests, 1).forEach(item -> trips.add(cluster.request(item)));
    return trips;
  }

  Found backends() throws Exception {
    List<Trip> trips = trips();
    long end = System.nanoTime() + size.harm().toNanos();
    while (System.nanoTime() < end) {
      cluster.endBackends();
      ChaosCrowd.carry(trips, Duration.ofMillis(random.nextInt(1_500)));
    }
    return healed(trips, "");
  }

  Found away() throws Exception {
    List<Trip> trips = trips();
    ChaosCrowd.carry(trips, Duration.ofMillis(random.nextInt(3_000)));
    cluster.databaseAway();
    // Whoever calls now waits for his answer longer than the database is gone.
    ChaosCrowd.nap(size.outage());
    cluster.databaseBack();
    return healed(trips, "");
  }

  Found readOnly() throws Exception {
    List<Trip> trips = trips();
    ChaosCrowd.carry(trips, Duration.ofMillis(random.nextInt(3_000)));
    cluster.readOnly(true);
    ChaosCrowd.nap(size.harm());
    cluster.readOnly(false);
    return healed(trips, "");
  }

  Found full() throws Exception {
    if (!cluster.disk().limited()) {
      return Found.NOTHING.saying(
          size.big()
              ? "not tried: mounting a small disk is not allowed here"
              : "in the long lane only");
    }
    List<Trip> trips = trips();
    ChaosCrowd.carry(trips, Duration.ofMillis(random.nextInt(3_000)));
    long end = System.nanoTime() + size.harm().toNanos();
    int refused = 0;
    while (System.nanoTime() < end) {
      cluster.disk().fill();
      refused += hasRoom() ? 0 : 1;
      ChaosCrowd.carry(trips, AT_ONCE);
    }
    cluster.disk().free();
    boolean ended = !cluster.databaseAnswers();
    if (ended) {
      // It gives up when not even its recovery has room; whoever looks after it starts it again.
      cluster.databaseAway();
      cluster.databaseBack();
    }
    Found found =
        healed(
            trips,
            ", %d writes found no room%s"
                .formatted(refused, ended ? ", PostgreSQL ended and was started" : ""));
    return refused > 0 ? found : found.saying("the disk was never full");
  }

  private boolean hasRoom() {
    try {
      cluster.sql(
          "CREATE TABLE chaos_room AS SELECT repeat(i::text, 90) FROM generate_series(1, 300000) i");
      cluster.sql("DROP TABLE chaos_room");
      return true;
    } catch (SQLException full) {
      return false;
    }
  }

  /** The engine goes on by itself soon, and everything comes to its end. */
  private Found healed(List<Trip> trips, String more) {
    long back = System.nanoTime();
    boolean inTime = false;
    double seconds = 0;
    while (!inTime && System.nanoTime() - back < HEALING.toNanos()) {
      inTime = ChaosCrowd.carry(trips, Duration.ofMillis(100)) || cluster.sentAfter(back);
      seconds = (System.nanoTime() - back) / 1e9;
    }
    String said = "went on after %.1f s%s".formatted(seconds, more);
    Found found = ChaosCrowd.carried(trips, said);
    return inTime ? found : found.and(new Found(0, 0, 0, 1, "")).saying(said);
  }
}
