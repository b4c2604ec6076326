package io.tyto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * CPU seconds of programs, read from {@code /proc}; children that ended count with their parent.
 */
final class Cpu {
  private static final double TICKS = 100.0;

  private Cpu() {}

  /** One process alone, its ended children left out. */
  static double of(long pid) {
    return stat(pid).map(stat -> stat.own).orElse(0.0);
  }

  /** A process and all below it, ended ones included. */
  static double ofTree(long root) {
    Map<Long, Stat> all = new TreeMap<>();
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      entries
          .map(path -> path.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .map(Long::parseLong)
          .forEach(pid -> stat(pid).ifPresent(stat -> all.put(pid, stat)));
    } catch (IOException e) {
      throw new BenchException("/proc cannot be read; the benchmark runs on Linux only", e);
    }
    Set<Long> tree = new HashSet<>(Set.of(root));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Map.Entry<Long, Stat> one : all.entrySet()) {
        if (tree.contains(one.getValue().parent)) {
          grown |= tree.add(one.getKey());
        }
      }
    }
    return all.entrySet().stream()
        .filter(one -> tree.contains(one.getKey()))
        .mapToDouble(one -> one.getValue().own + one.getValue().endedChildren)
        .sum();
  }

  private record Stat(long parent, double own, double endedChildren) {}

  private static Optional<Stat> stat(long pid) {
    try {
      String text = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name in brackets may hold blanks; what follows does not.
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      return Optional.of(
          new Stat(
              Long.parseLong(fields[1]),
              (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS,
              (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
