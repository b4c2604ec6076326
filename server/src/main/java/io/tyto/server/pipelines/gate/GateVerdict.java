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
 * @param message for WARN and STOP what is wrong and what to do next
 * @param until a WARN that parks the deployment until then; it does not refuse
 * @param overridable a STOP that people may pass with a reason, on Production two of them
 */
public record GateVerdict(
    String code, Verdict verdict, String message, @Nullable Instant until, boolean overridable) {

  /** Why a deployment did not begin when everything that stopped it may be passed with a reason. */
  public static final String OVERRIDABLE = "overridable";

  public static GateVerdict pass(String code, String message) {
    return new GateVerdict(code, Verdict.PASS, message, null, false);
  }

  public static GateVerdict warn(String code, String message) {
    return new GateVerdict(code, Verdict.WARN, message, null, false);
  }

  public static GateVerdict stop(String code, String message) {
    return new GateVerdict(code, Verdict.STOP, message, null, false);
  }

  /** A STOP that may be passed with a reason. */
  public static GateVerdict stopUnlessOverridden(String code, String message) {
    return new GateVerdict(code, Verdict.STOP, message, null, true);
  }

  public static GateVerdict park(String code, String message, Instant until) {
    return new GateVerdict(code, Verdict.WARN, message, until, false);
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
    return new GateVerdict(code, worst, message, until, overridable);
  }

  private static String named(String item, String message) {
    return message.contains(item) ? message : item + ": " + message;
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
