package io.tyto.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * E3: from a person's approval to the beginning of the next step, by the times that the server
 * wrote; the approval's is from before its commit.
 */
final class Approvals {
  private static final int EACH = 60;
  private final Bed bed;
  private final Runs runs;
  private final Runs.Work work;
  private final Report report;

  Approvals(Bed bed, Runs runs, Report report) {
    this.bed = bed;
    this.runs = runs;
    this.report = report;
    work =
        runs.pipeline(
            "approvals",
            List.of(
                Map.of("approve", Map.of("name", "t1", "by", List.of("user:" + Bed.USER))),
                Map.of(
                    "notify",
                    Map.of("name", "t2", "to", List.of("user:" + Bed.USER), "text", "Hello"))));
  }

  void run() {
    Web first = person(bed.server);
    approve(List.of(first));
    measured("E3 one node", List.of(first));
    try (Child second = bed.node("second server")) {
      Web there = person(second);
      approve(List.of(there));
      measured("E3 two nodes", List.of(first, there));
    }
  }

  private static Web person(Child node) {
    Web web = new Web(node.address());
    web.signInAsPerson(Bed.USER, Bed.PASSWORD);
    return web;
  }

  private List<String> approve(List<Web> nodes) {
    List<String> ids = runs.start(work, EACH);
    runs.awaitRest();
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      nodes
          .get(i % nodes.size())
          .post("/api/v1/runs/%s/tasks/%s-1/approve".formatted(id, id), Map.of());
    }
    runs.awaitRest();
    runs.mustBeCompleted();
    return ids;
  }

  private void measured(String id, List<Web> nodes) {
    List<String> ids = approve(nodes);
    String waits =
        """
        from (select extract(epoch from min(h.at) - max(d.at)) * 1000 as ms
          from decision d join task_history h
            on h.run_id = d.run_id and h.task_id = d.run_id || '-2'
          where d.run_id in ('%s') group by d.run_id) waits
        """
            .formatted(String.join("','", ids));
    report.add(
        id,
        "approval to the next step, p50, ms",
        bed.number("select percentile_cont(0.5) within group (order by ms) " + waits),
        20,
        String.format(
            Locale.ROOT,
            "%d approvals, p95 %.1f ms, longest %.1f ms",
            ids.size(),
            bed.number("select percentile_cont(0.95) within group (order by ms) " + waits),
            bed.number("select max(ms) " + waits)));
  }
}
