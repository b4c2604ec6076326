package io.tyto.simulator.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Mishaps armed by a test; each strikes the requests it fits, oldest first, until it is used up.
 */
public final class Faults {
  /**
   * One mishap.
   *
   * @param path searched in {@code METHOD path?query}
   * @param after how many fitting requests pass unharmed first
   * @param times how often it strikes; negative for always
   * @param value what it means depends on the kind: seconds, milliseconds, a text
   */
  public record Fault(String kind, Pattern path, int after, int times, @Nullable String value) {
    /** Strikes the next fitting request once. */
    public static Fault once(String kind, String path) {
      return new Fault(kind, Pattern.compile(path), 0, 1, null);
    }

    public Fault withValue(String value) {
      return new Fault(kind, path, after, times, value);
    }

    public Fault times(int times) {
      return new Fault(kind, path, after, times, value);
    }

    public Fault after(int after) {
      return new Fault(kind, path, after, times, value);
    }

    String valueOr(String otherwise) {
      return value == null ? otherwise : value;
    }
  }

  /** What can be armed; the deployment kinds are understood by the targets alone. */
  public static final Set<String> KINDS =
      Set.of(
          "expired-token",
          "too-many-requests",
          "business-error",
          "bad-gateway",
          "bad-gateway-after-work",
          "unreachable",
          "answer-lost",
          "truncated",
          "html",
          "slow",
          "slow-answer",
          "slow-deploy",
          "fail-deploy");

  private static final class Armed {
    private final Fault fault;
    private int seen;
    private int struck;

    private Armed(Fault fault) {
      this.fault = fault;
    }
  }

  private final List<Armed> armed = new ArrayList<>();

  /**
   * Arms a mishap.
   *
   * @throws IllegalArgumentException when no system knows the kind
   */
  public synchronized void arm(Fault fault) {
    if (!KINDS.contains(fault.kind())) {
      throw new IllegalArgumentException(
          "No fault '" + fault.kind() + "'; there are " + new TreeSet<>(KINDS));
    }
    armed.add(new Armed(fault));
  }

  /**
   * The mishap of one of these kinds that strikes this subject now, if any; it is used up by one.
   */
  public synchronized Optional<Fault> take(String subject, List<String> kinds) {
    for (Armed one : armed) {
      boolean fits = kinds.contains(one.fault.kind()) && one.fault.path().matcher(subject).find();
      if (fits && ++one.seen > one.fault.after()) {
        one.struck++;
        if (one.fault.times() >= 0 && one.struck >= one.fault.times()) {
          armed.remove(one);
        }
        return Optional.of(one.fault);
      }
    }
    return Optional.empty();
  }

  /** What is still armed. */
  public synchronized List<Fault> armed() {
    return armed.stream().map(one -> one.fault).toList();
  }

  public synchronized void clear() {
    armed.clear();
  }
}
