package io.tyto.server.pipelines.gate;

import java.time.Instant;
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
