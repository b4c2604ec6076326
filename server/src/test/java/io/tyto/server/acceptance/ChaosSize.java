package io.tyto.server.acceptance;

import java.time.Duration;

/**
 * How much harm; {@code -Dtyto.chaos.kills=200} and the like choose.
 *
 * @param big the long lane
 * @param promotions through every crash point in process; 0 for a sample of the points
 * @param lives of simulated clusters, with so many {@code days} each
 * @param kinds of tasks whose situations are tried; 0 for all
 * @param systems to which pairs of environments answers are lost side by side, in so many {@code
 *     rounds} of so many {@code flows}
 * @param takeOvers nodes killed while they send
 * @param kills of servers while deployments are being sent
 * @param harm how long connections are killed, the database read-only, its disk full
 * @param outage how long the database is away
 */
record ChaosSize(
    boolean big,
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
    Duration harm,
    Duration outage) {

  static ChaosSize chosen() {
    boolean big = Boolean.getBoolean("tyto.long");
    return new ChaosSize(
        big,
        number("nodes", big ? 3 : 2),
        number("promotions", big ? 100 : 0),
        number("lives", big ? 64 : 1),
        number("days", big ? 200 : 10),
        number("kinds", big ? 0 : 1),
        number("systems", big ? 50 : 1),
        number("rounds", big ? 5 : 1),
        number("flows", big ? 10 : 1),
        number("takeOvers", big ? 6 : 1),
        number("pauses", big ? 6 : 1),
        number("kills", big ? 200 : 0),
        number("restarts", big ? 2 : 0),
        Duration.ofSeconds(number("harm", big ? 20 : 3)),
        Duration.ofSeconds(number("outage", big ? 600 : 3)));
  }

  private static int number(String name, int usual) {
    return Integer.getInteger("tyto.chaos." + name, usual);
  }
}
