package io.tyto.bench;

import java.util.Comparator;
import java.util.List;

/** What one run cost: CPU seconds of program and database, and seconds by the clock. */
record Sample(double cpu, double wall) {

  static double medianCpu(List<Sample> samples) {
    return median(samples.stream().map(Sample::cpu).toList());
  }

  static double medianWall(List<Sample> samples) {
    return median(samples.stream().map(Sample::wall).toList());
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
