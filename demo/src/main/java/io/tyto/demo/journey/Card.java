package io.tyto.demo.journey;

import io.tyto.demo.client.Person;
import io.tyto.demo.tell.DemoFailure;
import io.tyto.demo.tell.Narrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Things to try, with everything needed to try them. */
public final class Card {
  private final Cast cast;
  private final Places places;
  private final Runs runs;

  Card(Cast cast, Places places, Runs runs) {
    this.cast = cast;
    this.places = places;
    this.runs = runs;
  }

  record Places(String server, String landscape, String data) {}

  /**
   * @param approval path of the approval that waits
   */
  record Runs(String completed, String approval, String failed, Backlog.Picks picks) {}

  void print(Narrator narrator) {
    narrator.say("");
    narrator.say("=".repeat(88));
    narrator.say("Tyto is up at " + places.server() + "   (data in " + places.data() + ")");
    narrator.say("");
    narrator.say("Sign in as");
    for (Person person : cast.everybody()) {
      narrator.say("    %-6s %s".formatted(person.name(), person.password()));
    }
    narrator.say(tries(places, runs));
    narrator.say(inTheSystems(places));
    narrator.say("=".repeat(88));
  }

  /**
   * The same for a program, whole or not at all: {@code {url, landscape, project, people: [{name,
   * password}], runs: {completed, failed, approval}, workItems: {feature, story, waiting,
   * failing}}}.
   */
  public void write(Path file) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("url", places.server());
    content.put("landscape", places.landscape());
    content.put("project", Workshop.KEY);
    content.put(
        "people",
        cast.everybody().stream()
            .map(person -> Map.of("name", person.name(), "password", person.password()))
            .toList());
    content.put(
        "runs",
        Map.of(
            "completed", runs.completed(), "failed", runs.failed(), "approval", runs.approval()));
    Backlog.Picks picks = runs.picks();
    content.put(
        "workItems",
        Map.of(
            "feature", picks.feature(),
            "story", picks.story(),
            "waiting", picks.waiting(),
            "failing", picks.failing()));
    Path whole = file.toAbsolutePath();
    Path begun = whole.resolveSibling(whole.getFileName() + ".begun");
    try {
      Files.write(begun, JsonMapper.shared().writeValueAsBytes(content));
      Files.move(begun, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new DemoFailure("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static String tries(Places places, Runs runs) {
    return """

    Try, in a shell of your own:

      # sign in as rita; the function sends cookie and CSRF token along
      T=%1$s/api/v1 J=$(mktemp)
      t() { curl -sS -b $J -c $J -H 'Content-Type: application/json' \\
            -H "X-XSRF-TOKEN: $(awk '/XSRF-TOKEN/ {print $7}' $J)" "$@"; echo; }
      t $T/session; t $T/session -d '{"username":"rita","password":"rita-in-the-demo"}'; t $T/session

      # what waits for rita
      t $T/inbox
      # approve the run of %5$s that waits, and see it go to QA
      t -X POST $T%2$s -d '{"reason":"Looks good"}'
      t "$T/runs?workItem=%5$s"
      # the run of %6$s that failed, and why
      t $T/runs/%3$s
      # the run that reached production: what an auditor takes home
      t $T/runs/%4$s/report -o report.pdf; t $T/runs/%4$s/evidence -o evidence.zip
      # the tree of features, and what Promote would do
      t "$T/projects/%7$s/work-items?parent=root&limit=5"
      t $T/projects/%7$s/work-items/%8$s/promotion-plan

    """
        .formatted(
            places.server(),
            runs.approval(),
            runs.failed(),
            runs.completed(),
            runs.picks().waiting(),
            runs.picks().failing(),
            Workshop.KEY,
            runs.picks().feature());
  }

  private static String inTheSystems(Places places) {
    return """
      # what really happened in the simulated systems
      curl -s %1$s/control/systems/cpi-prod/ledger
      # make the next deployment in CPI-QA fail
      curl -s %1$s/control/systems/cpi-qa/faults -d '{"kind":"fail-deploy","path":"Deploy","times":1,"value":"No heap"}'

      %2$s/openapi.json describes every call.
    """
        .formatted(places.landscape(), places.server());
  }
}
