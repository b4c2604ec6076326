package io.tyto.server.pipelines.gate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a gate says.
 *
 * @param message what is right or wrong
 * @param cure for WARN and STOP what clears it; empty when there is nothing to do
 * @param until a WARN that parks the deployment until then; it does not refuse
 * @param overridable a STOP that people may pass with a reason, on Production two of them
 */
public record GateVerdict(
    String code,
    Verdict verdict,
    String message,
    String cure,
    @Nullable Instant until,
    boolean overridable) {

  /** Why a deployment did not begin when everything that stopped it may be passed with a reason. */
  public static final String OVERRIDABLE = "overridable";

  public static GateVerdict pass(String code, String message) {
    return new GateVerdict(code, Verdict.PASS, message, "", null, false);
  }

  public static GateVerdict warn(String code, String message, String cure) {
    return new GateVerdict(code, Verdict.WARN, message, cure, null, false);
  }

  public static GateVerdict stop(String code, String message, String cure) {
    return new GateVerdict(code, Verdict.STOP, message, cure, null, false);
  }

  /** A STOP that may be passed with a reason. */
  public static GateVerdict stopUnlessOverridden(String code, String message, String cure) {
    return new GateVerdict(code, Verdict.STOP, message, cure, null, true);
  }

  public static GateVerdict park(String code, String message, Instant until) {
    String cure = "Nothing needs to be done: the run waits and goes on by itself then.";
    return new GateVerdict(code, Verdict.WARN, message, cure, until, false);
  }

  /**
   * One verdict of several of the same gate.
   *
   * @param verdicts by work item, in their order
   */
  static GateVerdict joined(String code, Map<String, GateVerdict> verdicts) {
    Verdict worst =
        verdicts.values().stream()
            .map(GateVerdict::verdict)
            .max(Comparator.naturalOrder())
            .orElse(Verdict.PASS);
    List<GateVerdict> heavy =
        verdicts.values().stream().filter(each -> each.verdict() == worst).toList();
    boolean alike = heavy.stream().map(GateVerdict::message).distinct().count() == 1;
    boolean all = alike && heavy.size() == verdicts.size();
    String message =
        all
            ? heavy.getFirst().message()
            : verdicts.entrySet().stream()
                .filter(each -> each.getValue().verdict() == worst)
                .filter(each -> !each.getValue().message().isBlank())
                .map(each -> named(each.getKey(), each.getValue().message()))
                .collect(Collectors.joining(" "));
    Instant until =
        verdicts.values().stream()
            .map(GateVerdict::until)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    boolean overridable =
        worst == Verdict.STOP && heavy.stream().allMatch(GateVerdict::overridable);
    String cure =
        heavy.stream()
            .map(GateVerdict::cure)
            .filter(each -> !each.isEmpty())
            .distinct()
            .collect(Collectors.joining(" "));
    return new GateVerdict(code, worst, message, cure, until, overridable);
  }

  private static String named(String item, String message) {
    return message.contains(item) ? message : item + ": " + message;
  }

  /** All of it, as one text. */
  public String said() {
    return cure.isEmpty() ? message : message + " " + cure;
  }

  public boolean stops() {
    return verdict == Verdict.STOP;
  }

  /** Stops whatever reason anybody gives. */
  public boolean stopsForGood() {
    return stops() && !overridable;
  }

  /** WARN never blocks. */
  public enum Verdict {
    PASS,
    WARN,
    STOP
  }
}
