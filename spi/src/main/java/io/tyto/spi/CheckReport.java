package io.tyto.spi;

import java.util.List;

/** The named probes of a connection test, in the order they ran. */
public record CheckReport(List<Probe> probes) {

  public CheckReport {
    probes = List.copyOf(probes);
  }

  public boolean passed() {
    return probes.stream().noneMatch(probe -> probe.outcome() == Outcome.FAILED);
  }

  /**
   * @param message what was seen, and for a failure what to do
   */
  public record Probe(String name, Outcome outcome, String message) {

    public static Probe passed(String name, String message) {
      return new Probe(name, Outcome.PASSED, message);
    }

    public static Probe failed(String name, String message) {
      return new Probe(name, Outcome.FAILED, message);
    }

    public static Probe skipped(String name, String message) {
      return new Probe(name, Outcome.SKIPPED, message);
    }
  }

  /** How a probe ended. */
  public enum Outcome {
    PASSED,
    FAILED,
    SKIPPED
  }
}
