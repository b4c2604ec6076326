package io.tyto.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** E1 to E4: what a durable step costs, against a floor and against other engines. */
final class EngineBench {
  private static final int ROUNDS = 3;
  private final Bed bed;
  private final int runs;
  private final int waiting;
  private final Report report = new Report();

  /**
   * @param runs of three steps in each measurement
   * @param waiting runs that wait while others are claimed
   */
  EngineBench(Bed bed, int runs, int waiting) {
    this.bed = bed;
    this.runs = runs;
    this.waiting = waiting;
  }

  Report run() {
    report.about("runs", runs);
    report.about("steps", Contender.STEPS);
    report.about("rounds", ROUNDS);
    report.about("processors", Runtime.getRuntime().availableProcessors());
    Runs all = new Runs(bed, 2 * (ROUNDS + 1) * runs + 1_000);
    Runs.Work notices =
        all.pipeline(
            "notices", three("notify", Map.of("to", List.of("user:" + Bed.USER), "text", "Hello")));
    Runs.Work checks =
        all.pipeline("checks", three("validate", Map.of("checks", List.of("overlaps"))));
    steps(new TytoEngine(bed, all, checks));
    throughput(new TytoEngine(bed, all, notices));
    new Approvals(bed, all, report).run();
    new Waiting(bed, all, notices, report).run(waiting);
    return report;
  }

  private static List<Map<String, Object>> three(String kind, Map<String, Object> more) {
    return IntStream.rangeClosed(1, Contender.STEPS)
        .mapToObj(i -> {
          Map<String, Object> spec = new LinkedHashMap<>(more);
          spec.put("name", "t" + i);
          return Map.<String, Object>of(kind, spec);
        })
        .toList();
  }

  private void steps(Contender ours) {
    double steps = (double) runs * Contender.STEPS;
    try (StepFloor floor = new StepFloor(bed)) {
      Map<Contender, List<Sample>> samples = interleaved(List.of(ours, floor));
      Counts before = Counts.now(bed);
      ours.run(runs);
      Counts between = Counts.now(bed);
      floor.run(runs);
      Counts after = Counts.now(bed);
      String mine = between.since(before).per(steps);
      String least = after.since(between).per(steps);
      double ourCpu = Sample.medianCpu(of(samples, ours)) / steps;
      double floorCpu = Sample.medianCpu(of(samples, floor)) / steps;
      report.add(
          "E1 CPU",
          "a durable step / the same rows by hand-made JDBC",
          ourCpu / floorCpu,
          1.3,
          String.format(
              Locale.ROOT,
              "ours %.2f ms CPU, %s; floor %.2f ms CPU, %s",
              1000 * ourCpu,
              mine,
              1000 * floorCpu,
              least));
      System.err.println("E1, the statements of ours:");
      statements(ours).forEach(System.err::println);
    }
  }

  /** The server's statements of one more round: how often a step, and how long in all. */
  private List<String> statements(Contender ours) {
    bed.sql("select pg_stat_statements_reset()");
    ours.run(runs);
    return bed.rows(
        """
        select round(calls / %d.0, 1) || ' a step, ' || round(total_exec_time::numeric) || ' ms: '
          || left(regexp_replace(query, '\\s+', ' ', 'g'), 150)
        from pg_stat_statements
        where dbid = (select oid from pg_database where datname = current_database())
          and calls > %d / 3 order by calls desc limit 60
        """
            .formatted(runs * Contender.STEPS, runs * Contender.STEPS));
  }

  private void throughput(Contender ours) {
    List<Contender> all = new ArrayList<>();
    all.add(ours);
    try {
      all.add(new BareScheduler(bed));
      all.add(new DbosEngine(bed));
      all.add(new FlowableEngine(bed));
      Map<Contender, List<Sample>> samples = interleaved(all);
      Counts before = Counts.now(bed);
      ours.run(runs);
      report.about("E2 ours", Counts.now(bed).since(before).per((double) runs * Contender.STEPS));
      System.err.println("E2, the statements of ours:");
      statements(ours).forEach(System.err::println);
      compare(samples, all.get(1), ours, 1.0);
      compare(samples, all.get(2), ours, 1.5);
      compare(samples, all.get(3), ours, 10.0);
    } finally {
      all.forEach(Contender::close);
    }
  }

  private void compare(
      Map<Contender, List<Sample>> samples, Contender peer, Contender ours, double goal) {
    double theirs = runs / Sample.medianWall(of(samples, peer));
    double mine = runs / Sample.medianWall(of(samples, ours));
    report.add(
        "E2 " + peer.name(),
        "%.1f x runs/s of %s / ours".formatted(goal, peer.name()),
        goal * theirs / mine,
        1,
        String.format(
            Locale.ROOT,
            "ours %.0f runs/s, %.2f ms CPU a run; %s %.0f runs/s, %.2f ms CPU",
            mine,
            1000 * Sample.medianCpu(of(samples, ours)) / runs,
            peer.name(),
            theirs,
            1000 * Sample.medianCpu(of(samples, peer)) / runs));
  }

  private static List<Sample> of(Map<Contender, List<Sample>> samples, Contender one) {
    return Objects.requireNonNull(samples.get(one));
  }

  /** One round to get warm, then the rounds that count, everybody in each. */
  private Map<Contender, List<Sample>> interleaved(List<Contender> all) {
    Map<Contender, List<Sample>> samples = new LinkedHashMap<>();
    for (int round = 0; round <= ROUNDS; round++) {
      for (Contender one : all) {
        Sample sample = one.measured(runs);
        System.err.printf(
            Locale.ROOT, "%s: %.2f s CPU, %.2f s%n", one.name(), sample.cpu(), sample.wall());
        if (round > 0) {
          samples.computeIfAbsent(one, any -> new ArrayList<>()).add(sample);
        }
      }
    }
    return samples;
  }
}
