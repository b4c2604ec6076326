package io.tyto.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** W3: what the reads cost that the page is made of. */
final class Reads {
  private static final String PING = "/api/v1/ping";
  private static final String FINE =
      " from pg_stat_statements where query not like '%pg_stat_statements%'";
  private static final int STATEMENTS = 3;
  private static final int BUFFERS = 200;
  private static final int COUNTED = 8;
  private static final int TIMED = 150;
  private static final int WARM = 30;

  private final Bed bed;
  private final Report report;

  Reads(Bed bed, Report report) {
    this.bed = bed;
    this.report = report;
  }

  void run() {
    Map<String, String> reads = reads();
    List<Figures> all = new ArrayList<>();
    double ping = timed(PING).p99();
    reads.forEach((name, path) -> {
      // Beside each other: the machine may be busier by the time of the next one.
      Timed both = timed(path);
      Figures figures = new Figures(name, counted(path), both);
      all.add(figures);
      explain(figures);
    });
    report.about("pingP99Millis", ping);
    most(
        "W3 SQL",
        "statements of a read, transaction control aside",
        STATEMENTS,
        all,
        f -> f.counts().statements());
    most("W3 buffers", "buffers of a read", BUFFERS, all, f -> f.counts().buffers());
    most("W3 KB", "KB of an answer", 64, all, f -> f.timed().bytes() / 1024.0);
    most("W3 p99", "p99 of a read / p99 of GET /ping", 3, all, f -> f.timed().ratio());
  }

  /** What the page's author needs to know of a read that is too dear. */
  private void explain(Figures read) {
    System.err.printf(
        "%-18s %3.0f statements %6.0f buffers %6.1f KB  p99 %6.2f ms (ping %.2f)%n",
        read.name(),
        read.counts().statements(),
        read.counts().buffers(),
        read.timed().bytes() / 1024.0,
        read.timed().p99(),
        read.timed().pingP99());
    if (read.counts().statements() > STATEMENTS || read.counts().buffers() > BUFFERS) {
      bed.rows(
              "select calls || ' x, ' || (shared_blks_hit + shared_blks_read) || ' buffers: '"
                  + " || left(regexp_replace(query, '\\s+', ' ', 'g'), 160)"
                  + FINE
                  + " order by shared_blks_hit + shared_blks_read desc")
          .forEach(one -> System.err.println("    " + one));
    }
  }

  private Map<String, String> reads() {
    String item = first(Backlog.PROJECT + "/work-items?limit=1");
    String stories = Backlog.PROJECT + "/work-items";
    Map<String, String> reads = new LinkedHashMap<>();
    reads.put("session", "/api/v1/session");
    reads.put("projects", "/api/v1/projects");
    reads.put("project", Backlog.PROJECT);
    reads.put("features", stories + "?parent=root&limit=50");
    reads.put("stories", stories + "?type=USER_STORY&limit=50");
    reads.put("stories by title", stories + "?type=USER_STORY&sort=title&limit=50");
    reads.put("search", stories + "?q=invoice&limit=50");
    reads.put("statuses", stories + "/statuses");
    reads.put("work item", stories + "/" + item);
    reads.put("deliverables", stories + "/" + item + "/deliverables");
    reads.put("dependencies", stories + "/" + item + "/dependencies");
    reads.put("syncs", Backlog.PROJECT + "/syncs");
    reads.put("runs", "/api/v1/runs?project=" + Backlog.KEY + "&limit=50");
    reads.put("run", "/api/v1/runs/" + first("/api/v1/runs?state=WAITING"));
    reads.put(
        "runs of an item",
        "/api/v1/runs?project=" + Backlog.KEY + "&workItem=" + item + "&limit=50");
    reads.put("inbox", "/api/v1/inbox");
    reads.put("pipelines", Backlog.PROJECT + "/pipelines");
    reads.put("members", Backlog.PROJECT + "/members");
    reads.put("credentials", "/api/v1/credentials");
    reads.put("environments", "/api/v1/environments");
    reads.put("users", "/api/v1/users");
    reads.put("audit", "/api/v1/audit?limit=50");
    return reads;
  }

  private String first(String list) {
    return bed.tyto.get(list).path("items").path(0).path("id").asString();
  }

  /** The least of several: jobs of the server that run meanwhile only add. */
  private Counts counted(String path) {
    bed.tyto.cost(path);
    double statements = Double.MAX_VALUE;
    double buffers = Double.MAX_VALUE;
    for (int round = 0; round < COUNTED; round++) {
      bed.sql("select pg_stat_statements_reset()");
      bed.tyto.cost(path);
      statements = Math.min(statements, bed.number("select coalesce(sum(calls), 0)" + FINE));
      buffers =
          Math.min(
              buffers,
              bed.number("select coalesce(sum(shared_blks_hit + shared_blks_read), 0)" + FINE));
    }
    return new Counts(statements, buffers);
  }

  private Timed timed(String path) {
    int bytes = 0;
    for (int round = 0; round < WARM; round++) {
      bytes = bed.tyto.cost(path).bytes();
      bed.tyto.cost(PING);
    }
    double[] ours = new double[TIMED];
    double[] pings = new double[TIMED];
    for (int round = 0; round < TIMED; round++) {
      ours[round] = bed.tyto.cost(path).millis();
      pings[round] = bed.tyto.cost(PING).millis();
    }
    return new Timed(bytes, p99(ours), p99(pings));
  }

  private static double p99(double[] millis) {
    Arrays.sort(millis);
    return millis[(int) Math.ceil(millis.length * 0.99) - 1];
  }

  private void most(
      String id, String what, double goal, List<Figures> all, ToDoubleFunction<Figures> figure) {
    List<Figures> sorted =
        all.stream().sorted(Comparator.comparingDouble(figure).reversed()).toList();
    long over = all.stream().filter(f -> figure.applyAsDouble(f) > goal).count();
    List<String> worst =
        sorted.stream()
            .limit(4)
            .map(f -> "%s %.1f".formatted(f.name(), figure.applyAsDouble(f)))
            .toList();
    report.add(
        id,
        what + ", the worst of " + all.size(),
        figure.applyAsDouble(sorted.getFirst()),
        goal,
        over + " above; " + String.join(", ", worst));
  }

  private record Counts(double statements, double buffers) {}

  /**
   * @param pingP99 of the pings sent in between
   */
  private record Timed(int bytes, double p99, double pingP99) {
    double ratio() {
      return p99 / pingP99;
    }
  }

  private record Figures(String name, Counts counts, Timed timed) {}
}
