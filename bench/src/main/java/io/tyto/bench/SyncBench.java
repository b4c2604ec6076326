package io.tyto.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** S1 to S4: what a sync costs beside the least it could cost. */
final class SyncBench {
  private static final String TABLES = "'work_item', 'work_item_parent', 'work_item_description'";
  private static final double MEGABYTE = 1_000_000.0;

  private final Bed bed;
  private final Backlog backlog;
  private final int items;
  private final int pairs;
  private final Report report = new Report();
  private String external = "";

  SyncBench(Bed bed, int items, int pairs) {
    this.bed = bed;
    backlog = new Backlog(bed);
    this.items = items;
    this.pairs = pairs;
  }

  Report run() {
    int features = Math.max(1, items / 20);
    external = backlog.link(features, items - features);
    long first = requests();
    backlog.sync("FULL");
    List<String> pages = pagesSince(first);
    Floor floor = new Floor(bed, pages);
    report.about("items", items);
    report.about("pages", pages.size());
    report.about("pairs", pairs);
    report.about("processors", Runtime.getRuntime().availableProcessors());
    report.about("megabytes", floor.run() / MEGABYTE);
    Sample full = againstTheFloor(floor);
    unchanged(full);
    changed(full);
    backlog.sync("FULL");
    latency();
    pacing();
    return report;
  }

  private Sample againstTheFloor(Floor floor) {
    List<Sample> ours = new ArrayList<>();
    List<Sample> least = new ArrayList<>();
    List<Double> inDatabase = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    List<Double> wall = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      floor.clear();
      least.add(measured(bed::floorCpu, floor::run));
      floor.clear();
      bed.sql("truncate work_item, work_item_parent, work_item_description cascade");
      double database = bed.databaseCpu();
      ours.add(measured("FULL"));
      inDatabase.add(bed.databaseCpu() - database);
      cpu.add(ours.getLast().cpu() / least.getLast().cpu());
      wall.add(ours.getLast().wall() / least.getLast().wall());
    }
    Sample full = new Sample(Sample.medianCpu(ours), Sample.medianWall(ours));
    String detail =
        "ours %.1f s CPU (%.1f of it in the database), %.1f s; floor %.1f s CPU, %.1f s"
            .formatted(
                full.cpu(),
                Sample.median(inDatabase),
                full.wall(),
                Sample.medianCpu(least),
                Sample.medianWall(least));
    report.add("S1 CPU", "full sync / floor", Sample.median(cpu), 1.5, detail);
    report.add("S1 wall", "full sync / floor", Sample.median(wall), 1.5, detail);
    return full;
  }

  private void unchanged(Sample full) {
    backlog.sync("FULL");
    tidyUp();
    double rows = rowVersions();
    double wal = wal();
    Sample again = measured("FULL");
    double walBytes = wal() - wal;
    double written = settledRowVersions() - rows;
    report.add(
        "S2 rows",
        "row versions written by an unchanged repeat",
        written,
        0,
        TABLES.replace("'", ""));
    report.add(
        "S2 WAL", "KB of WAL of an unchanged repeat", walBytes / 1024, 256, "whole database");
    report.add(
        "S2 CPU",
        "unchanged repeat / full sync",
        again.cpu() / full.cpu(),
        0.35,
        "%.1f s CPU, %.1f s".formatted(again.cpu(), again.wall()));
  }

  private void changed(Sample full) {
    List<Sample> samples = new ArrayList<>();
    for (int round = 0; round < pairs; round++) {
      bed.control.post(
          "/control/alm/churn",
          Map.of("project", external, "seed", round + 1, "edits", Math.max(1, items / 100)));
      tidyUp();
      samples.add(measured("CHANGES"));
    }
    report.add(
        "S3",
        "sync of changes, 1 % changed / full sync, CPU",
        Sample.medianCpu(samples) / full.cpu(),
        0.03,
        "%.2f s CPU, %.1f s".formatted(Sample.medianCpu(samples), Sample.medianWall(samples)));
  }

  private void latency() {
    bed.control.send("PUT", "/control/systems/alm/switches", Map.of("latency-millis", "120"));
    long before = requests();
    Sample slow = measured("FULL");
    long calls = requests() - before;
    bed.control.send("PUT", "/control/systems/alm/switches", Map.of("latency-millis", "0"));
    double best = Math.ceil(calls / 8.0) * 0.120;
    report.add(
        "S4 wall",
        "full sync at 120 ms a page / ceil(pages / 8) x 120 ms",
        slow.wall() / best,
        1.10,
        "%d calls, %.1f s".formatted(calls, slow.wall()));
  }

  /** Nothing may begin between a 429 and the end of its pause; what was under way may end. */
  private void pacing() {
    bed.control.post(
        "/control/systems/alm/faults",
        Map.of(
            "kind",
            "too-many-requests",
            "path",
            "GET .*tasks",
            "after",
            5,
            "times",
            1,
            "value",
            "2"));
    long before = requests();
    backlog.sync("FULL");
    List<JsonNode> log = logSince(before);
    int begun = 0;
    for (JsonNode refused : log) {
      if (refused.path("status").asInt() == 429) {
        Instant at = Instant.parse(refused.path("at").asString());
        Instant told = at.plusMillis(100);
        Instant over = at.plus(Duration.ofSeconds(2));
        begun +=
            (int)
                log.stream()
                    .map(one -> Instant.parse(one.path("at").asString()))
                    .filter(one -> one.isAfter(told) && one.isBefore(over))
                    .count();
      }
    }
    report.add("S4 pause", "requests begun during Retry-After", begun, 0, "one 429 with 2 s");
  }

  private static Sample measured(java.util.function.DoubleSupplier cpu, Runnable work) {
    double cpuBefore = cpu.getAsDouble();
    long before = System.nanoTime();
    work.run();
    double wall = (System.nanoTime() - before) / 1e9;
    return new Sample(cpu.getAsDouble() - cpuBefore, wall);
  }

  /** By the clock of the server's own history: we look seldom, because looking costs, too. */
  private Sample measured(String mode) {
    double before = bed.serverCpu();
    JsonNode sync = backlog.sync(mode);
    Instant began = Instant.parse(sync.path("startedAt").asString());
    Instant ended = Instant.parse(sync.path("endedAt").asString());
    return new Sample(bed.serverCpu() - before, Duration.between(began, ended).toNanos() / 1e9);
  }

  /** What earlier syncs left to autovacuum is not to fall into the next figure by chance. */
  private void tidyUp() {
    bed.sql("vacuum analyze work_item, work_item_parent, work_item_description, connection_call");
  }

  private double rowVersions() {
    bed.sql("select pg_stat_clear_snapshot()");
    return bed.number(
        "select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables"
            + " where schemaname = 'public' and relname in ("
            + TABLES
            + ")");
  }

  /** Idle backends tell their counts after a second at the latest. */
  private double settledRowVersions() {
    Backlog.pause(3000);
    return rowVersions();
  }

  private double wal() {
    return bed.number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')");
  }

  private long requests() {
    List<JsonNode> log = logSince(-1);
    return log.isEmpty() ? 0 : log.getLast().path("seq").asLong();
  }

  private List<JsonNode> logSince(long seq) {
    List<JsonNode> log = new ArrayList<>();
    for (JsonNode one : bed.control.get("/control/systems/alm/requests").path("items")) {
      if (one.path("seq").asLong() > seq) {
        log.add(one);
      }
    }
    return log;
  }

  private List<String> pagesSince(long seq) {
    Set<String> pages = new LinkedHashSet<>();
    for (JsonNode one : logSince(seq)) {
      if (one.path("method").asString().equals("GET") && one.path("status").asInt() == 200) {
        pages.add(one.path("path").asString());
      }
    }
    return List.copyOf(pages);
  }
}
