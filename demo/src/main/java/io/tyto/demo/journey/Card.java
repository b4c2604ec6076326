package io.tyto.demo.journey;

import io.tyto.demo.client.Person;
import io.tyto.demo.tell.Narrator;

/** Things to try, with everything needed to try them. */
final class Card {

  private Card() {}

  record Places(String server, String landscape, String data) {}

  /**
   * @param approval path of the approval that waits
   */
  record Runs(String completed, String approval, String failed, Backlog.Picks picks) {}

  static void print(Cast cast, Places places, Runs runs, Narrator narrator) {
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
