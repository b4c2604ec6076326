package io.tyto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** E4: runs that wait cost rows. Half wait for a person, half for a time a month away. */
final class Waiting {
  private static final int FEW = 1_000;
  private static final int CLAIMED = 100;
  private static final int IDLE_SECONDS = 20;
  private final Bed bed;
  private final Runs runs;
  private final Runs.Work work;
  private final Report report;

  Waiting(Bed bed, Runs runs, Runs.Work work, Report report) {
    this.bed = bed;
    this.runs = runs;
    this.work = work;
    this.report = report;
  }

  /** What the database and the server do while that many wait. */
  private record Cost(double threads, double queries, double cpu, double claim, double all) {}

  void run(int many) {
    add(1, FEW);
    Cost few = cost();
    add(FEW + 1, many);
    Cost lots = cost();
    report.add(
        "E4 threads",
        "threads with %d waiting - with %d".formatted(many, FEW),
        Math.max(0, lots.threads() - few.threads()),
        0,
        "%.0f and %.0f threads, virtual ones not counted".formatted(lots.threads(), few.threads()));
    report.add(
        "E4 queries",
        "queries/s of an idle node, %d waiting".formatted(many),
        lots.queries(),
        1,
        String.format(
            Locale.ROOT,
            "%.1f with %d; %.0f and %.0f ms CPU a second",
            few.queries(),
            FEW,
            lots.cpu(),
            few.cpu()));
    report.add(
        "E4 claim",
        "buffers to claim and give back a run, %d waiting / %d".formatted(many, FEW),
        lots.claim() / few.claim(),
        1.2,
        String.format(
            Locale.ROOT,
            "%.1f and %.1f buffers; all statements of a run %.0f and %.0f",
            lots.claim(),
            few.claim(),
            lots.all(),
            few.all()));
  }

  private void add(int from, int to) {
    bed.sql(
        """
        insert into run (id, project, work_item, pipeline_id, pipeline_version, candidate,
          candidate_digest, promoter, promoter_name, started_at, stage, state, open)
        select 'wait-' || n, '%s', 'WAIT-' || n, '%s', 1, 1, 'bench', 'bench', 'bench', now(), 'QA',
          'WAITING', true
        from generate_series(%d, %d) n
        """
            .formatted(Backlog.KEY, work.pipeline(), from, to),
        """
        insert into run_item (run_id, position, work_item, candidate, candidate_digest, open)
        select 'wait-' || n, 0, 'WAIT-' || n, 1, 'bench', true from generate_series(%d, %d) n
        """
            .formatted(from, to),
        """
        insert into run_task (id, run_id, position, stage, name, kind, defined_as, state,
          waiting_reason, wake_at)
        select 'wait-' || n || '-' || t, 'wait-' || n, t, 'QA', 't' || t, 'notify', 't' || t,
          case t when 1 then 'WAITING' else 'READY' end,
          case when t = 1 then case n %% 2 when 0 then 'PERSON' else 'WINDOW' end end,
          case when t = 1 and n %% 2 = 1 then now() + interval '30 days' end
        from generate_series(%d, %d) n cross join generate_series(1, 3) t
        """
            .formatted(from, to),
        """
        insert into scheduled_tasks
          (task_name, task_instance, execution_time, picked, consecutive_failures, version)
        select 'run', 'wait-' || n, now() + interval '30 days', false, 0, 1
        from generate_series(%d, %d) n where n %% 2 = 1
        """
            .formatted(from, to),
        "vacuum analyze");
  }

  private Cost cost() {
    runs.start(work, CLAIMED);
    runs.awaitRest();
    Backlog.pause(3_000);
    double threads = threads();
    Counts before = Counts.now(bed);
    double cpu = bed.serverCpu();
    Backlog.pause(IDLE_SECONDS * 1_000L);
    double idle = bed.serverCpu() - cpu;
    // The clocks of the statistics are read alike, so that the pause before reading counts, too.
    double seconds = IDLE_SECONDS + 1.5;
    double queries = Counts.now(bed).since(before).statements() / seconds;
    bed.sql("select pg_stat_statements_reset()");
    runs.start(work, CLAIMED);
    runs.awaitRest();
    Backlog.pause(1_500);
    return new Cost(
        threads,
        queries,
        1000 * idle / IDLE_SECONDS,
        buffers("and query ilike '%scheduled_tasks%'") / CLAIMED,
        buffers("") / CLAIMED);
  }

  /** Of the server's statements; those of the bench begin otherwise. */
  private double buffers(String which) {
    return bed.number(
        """
        select coalesce(sum(shared_blks_hit + shared_blks_read), 0) from pg_stat_statements
        where dbid = (select oid from pg_database where datname = current_database())
          and query not like '%pg_stat%' and query not like '%limit $_) r'
          and query not like '%consecutive_failures, version)%'
        """
            + which);
  }

  private double threads() {
    try {
      return Files.readAllLines(Path.of("/proc/" + bed.server.pid() + "/status")).stream()
          .filter(line -> line.startsWith("Threads:"))
          .mapToDouble(line -> Double.parseDouble(line.substring(8).strip()))
          .sum();
    } catch (IOException e) {
      throw new BenchException("/proc cannot be read; the benchmark runs on Linux only", e);
    }
  }
}
