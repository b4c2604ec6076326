package io.tyto.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * {@code ./tyto bench sync [--items N] [--pairs N]}, {@code ./tyto bench web [--items N] [--runs
 * N]} or {@code ./tyto bench engine [--runs N] [--waiting N]}: runs a benchmark, prints a table and
 * a JSON.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    List<String> words = Arrays.asList(arguments);
    String name = words.isEmpty() || words.getFirst().startsWith("--") ? "sync" : words.getFirst();
    Report report = measured(name, words);
    System.out.println(report.table());
    System.out.println(report.json());
    System.exit(report.met() ? 0 : 1);
  }

  private static Report measured(String name, List<String> words) {
    int items = number(words, "--items", 100_000);
    return switch (name) {
      case "sync" -> {
        int pairs = number(words, "--pairs", 3);
        yield on(Bed.start(), bed -> new SyncBench(bed, items, pairs).run());
      }
      case "web" -> {
        int runs = number(words, "--runs", 1_000_000);
        yield on(Bed.startCounting(), bed -> new WebBench(bed, items, runs).run());
      }
      case "engine" -> {
        int runs = number(words, "--runs", 400);
        int waiting = number(words, "--waiting", 100_000);
        yield on(Bed.startCounting(), bed -> new EngineBench(bed, runs, waiting).run());
      }
      default -> {
        System.err.println("There is no benchmark '" + name + "'. There are: sync, web, engine.");
        System.exit(2);
        throw new IllegalStateException();
      }
    };
  }

  private static Report on(Bed fresh, Function<Bed, Report> bench) {
    try (fresh) {
      return bench.apply(fresh);
    }
  }

  private static int number(List<String> words, String option, int usual) {
    int at = words.indexOf(option);
    return at < 0 || at + 1 >= words.size() ? usual : Integer.parseInt(words.get(at + 1));
  }
}
