package io.tyto.bench;

import java.util.Arrays;
import java.util.List;

/**
 * {@code ./tyto bench sync [--items N] [--pairs N]}: runs a benchmark, prints a table and a JSON.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    List<String> words = Arrays.asList(arguments);
    String name = words.isEmpty() || words.getFirst().startsWith("--") ? "sync" : words.getFirst();
    if (!name.equals("sync")) {
      System.err.println("There is no benchmark '" + name + "'. There is: sync.");
      System.exit(2);
    }
    int items = number(words, "--items", 100_000);
    int pairs = number(words, "--pairs", 3);
    Report report = measured(items, pairs);
    System.out.println(report.table());
    System.out.println(report.json());
    System.exit(report.met() ? 0 : 1);
  }

  private static Report measured(int items, int pairs) {
    try (Bed bed = Bed.start()) {
      return new SyncBench(bed, items, pairs).run();
    }
  }

  private static int number(List<String> words, String option, int usual) {
    int at = words.indexOf(option);
    return at < 0 || at + 1 >= words.size() ? usual : Integer.parseInt(words.get(at + 1));
  }
}
