package io.tyto.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** W3 and W4: what the page and its reads cost with a long backlog and many runs. */
final class WebBench {
  private static final int STORIES_A_FEATURE = 20;

  private final Bed bed;
  private final int items;
  private final int runs;
  private final Report report = new Report();

  /**
   * @param items rows of the list that is scrolled
   * @param runs written straight into the table, ended ones
   */
  WebBench(Bed bed, int items, int runs) {
    this.bed = bed;
    this.items = items;
    this.runs = runs;
  }

  Report run() {
    Backlog backlog = new Backlog(bed);
    backlog.link(Math.max(1, items / STORIES_A_FEATURE), items);
    backlog.sync("FULL");
    history();
    report.about("items", items);
    report.about("runs", runs);
    report.about("processors", Runtime.getRuntime().availableProcessors());
    new Reads(bed, report).run();
    page();
    return report;
  }

  /**
   * One run that waits for a person, and many that ended long ago, written straight into the
   * tables.
   */
  private void history() {
    String pipeline =
        bed.tyto
            .post(
                Backlog.PROJECT + "/pipelines",
                Map.of("name", "bench", "stages", List.of(stage("QA"), stage("PROD"))))
            .path("id")
            .asString();
    String me = bed.tyto.get("/api/v1/session").path("user").path("id").asString();
    bed.tyto.send(
        "PUT",
        Backlog.PROJECT + "/members/" + me,
        Map.of("roles", List.of("project-admin", "release-manager"), "deployTo", List.of()));
    String item = Backlog.PROJECT + "/work-items/" + Backlog.KEY + "-1";
    bed.tyto.send("PATCH", item, Map.of("pipelineId", pipeline, "noArtifacts", true));
    bed.tyto.post(item + "/promotions", Map.of());
    bed.sql(
        """
        insert into run (id, project, work_item, pipeline_id, pipeline_version, candidate,
          candidate_digest, promoter, promoter_name, started_at, ended_at, stage, state, open)
        select 'bench-' || lpad(n::text, 10, '0'), '%s', '%s-' || (1 + n %% %d), '%s', 1, 1, '',
          'bench', 'bench', now() - n * interval '1 minute', now() - n * interval '1 minute',
          'PROD', 'COMPLETED', false
        from generate_series(1, %d) n
        """
            .formatted(Backlog.KEY, Backlog.KEY, items, pipeline, runs),
        """
        insert into run_item (run_id, position, work_item, candidate, candidate_digest, open)
        select id, 0, work_item, 1, '', false from run where id like 'bench-%'
        """,
        """
        insert into run_task (id, run_id, position, stage, name, kind, defined_as, state)
        select id || '-' || place, id, 1, place, place, 'manual', place, 'DONE'
        from run cross join unnest(array['QA', 'PROD']) place where id like 'bench-%'
        """,
        "vacuum analyze");
  }

  private static Map<String, Object> stage(String name) {
    Map<String, Object> work = Map.of("by", List.of("role:project-admin"), "text", "Look");
    return Map.of("name", name, "tasks", List.of(Map.of("manual", work)));
  }

  private void page() {
    JsonNode said = browser();
    report.about("browser", said.path("browser").asString());
    for (JsonNode found : said.path("found")) {
      String slowdown = " (processor / %d)".formatted(found.path("slowdown").asInt());
      load("first page" + slowdown, found.path("first"));
      load("user stories" + slowdown, found.path("stories"));
      scrolling(slowdown, found.path("scrolling"));
    }
  }

  private void load(String where, JsonNode load) {
    double lcp = load.path("lcp").asDouble() / 1000;
    report.add("W4 LCP", where + ": largest paint, s", lcp, 1.5, "");
    report.add("W4 TBT", where + ": blocking time, ms", load.path("tbt").asDouble(), 100, "");
    report.add("W4 CLS", where + ": layout shift", load.path("cls").asDouble(), 0.02, "");
    report.add("W4 JS", where + ": JavaScript, KB gzip", load.path("scriptKb").asDouble(), 250, "");
  }

  private void scrolling(String slowdown, JsonNode scrolling) {
    for (String phase : List.of("reading", "wheel", "jumps")) {
      JsonNode one = scrolling.path(phase);
      report.add(
          "W4 " + phase,
          "long tasks while scrolling %d rows%s: %s"
              .formatted(scrolling.path("rows").asInt(), slowdown, phase),
          one.path("longTasks").asDouble(),
          0,
          "the longest %.0f ms, in %.0f s"
              .formatted(one.path("longestMs").asDouble(), one.path("seconds").asDouble()));
    }
  }

  /** What the script prints; it is the one that knows the browser. */
  private JsonNode browser() {
    ProcessBuilder builder =
        new ProcessBuilder("node", bed.root.resolve("e2e/bench/web.mjs").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder
        .environment()
        .putAll(
            Map.of(
                "TYTO_URL", bed.server.address(),
                "TYTO_USER", Bed.USER,
                "TYTO_PASSWORD", Bed.PASSWORD,
                "TYTO_PROJECT", Backlog.KEY,
                "TYTO_ROWS", String.valueOf(items)));
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new BenchException("The browser could not be driven: " + said);
      }
      return JsonMapper.shared().readTree(said);
    } catch (IOException e) {
      throw new BenchException("The browser could not be driven; Node.js is needed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }
}
