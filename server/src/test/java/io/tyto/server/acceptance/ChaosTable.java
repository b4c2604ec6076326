package io.tyto.server.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What came of all the harm: nothing may be lost, doubled or stuck. */
final class ChaosTable {
  private final List<Row> rows = new ArrayList<>();

  /** What was found in a number of trials. */
  record Found(long trials, long lost, long doubles, long stuck, String said) {
    static final Found NOTHING = new Found(0, 0, 0, 0, "");

    static Found good(long trials, String said) {
      return new Found(trials, 0, 0, 0, said);
    }

    Found and(Found more) {
      return new Found(
          trials + more.trials,
          lost + more.lost,
          doubles + more.doubles,
          stuck + more.stuck,
          said + more.said);
    }

    Found saying(String what) {
      return new Found(trials, lost, doubles, stuck, what);
    }

    boolean clean() {
      return lost == 0 && doubles == 0 && stuck == 0;
    }
  }

  private record Row(String id, String what, Found found, Duration took) {}

  /** Something to try; what it throws counts as stuck. */
  interface Trial {
    Found play() throws Exception;
  }

  void add(String id, String what, Trial trial) {
    long start = System.nanoTime();
    Found found;
    try {
      found = trial.play();
    } catch (Exception | AssertionError wrong) {
      wrong.printStackTrace();
      found = new Found(1, 0, 0, 1, wrong.toString().lines().findFirst().orElse(""));
    }
    Duration took = Duration.ofMillis((System.nanoTime() - start) / 1_000_000);
    Row row = new Row(id, what, found, took);
    synchronized (rows) {
      rows.add(row);
    }
    System.out.println(line(row));
  }

  boolean clean() {
    return rows.stream().allMatch(row -> row.found.clean());
  }

  private static String line(Row row) {
    Found found = row.found;
    return "| %s | %s | %,d | %d | %d | %d | %s | %d s |"
        .formatted(
            row.id,
            row.what,
            found.trials,
            found.lost,
            found.doubles,
            found.stuck,
            found.said,
            row.took.toSeconds());
  }

  @Override
  public String toString() {
    StringBuilder table =
        new StringBuilder(
            """
            | | what | trials | lost | double | stuck | | took |
            | --- | --- | --: | --: | --: | --: | --- | --: |
            """);
    rows.forEach(row -> table.append(line(row)).append('\n'));
    return table.toString();
  }
}
