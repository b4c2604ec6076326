package io.tyto.server.acceptance;

import java.time.Duration;

/**
 * How much harm.
 *
 * @param promotions through every crash point in process; 0 for a sample of the points
 * @param lives of simulated clusters, with so many {@code days} each
 * @param kinds of tasks whose situations are tried; 0 for all
 * @param systems on which answers are lost side by side, in so many {@code rounds} of so many
 *     {@code flows}
 * @param takeOvers nodes killed while they send
 * @param kills nodes killed at random
 * @param outage how long the database is gone
 */
record ChaosSize(
    int nodes,
    int promotions,
    int lives,
    int days,
    int kinds,
    int systems,
    int rounds,
    int flows,
    int takeOvers,
    int pauses,
    int kills,
    int restarts,
    int outages,
    Duration outage) {

  static ChaosSize chosen() {
    boolean big = Boolean.getBoolean("tyto.long");
    return new ChaosSize(
        number("nodes", big ? 3 : 2),
        number("promotions", big ? 9 : 0),
        number("lives", big ? 20 : 1),
        number("days", big ? 100 : 10),
        number("kinds", big ? 0 : 1),
        number("systems", big ? 24 : 1),
        number("rounds", big ? 3 : 1),
        number("flows", big ? 10 : 1),
        number("takeOvers", big ? 10 : 1),
        number("pauses", big ? 10 : 1),
        number("kills", big ? 20 : 0),
        number("restarts", big ? 3 : 0),
        number("outages", 1),
        Duration.ofSeconds(number("outage", big ? 120 : 3)));
  }

  private static int number(String name, int usual) {
    return Integer.getInteger("tyto." + name, usual);
  }
}
