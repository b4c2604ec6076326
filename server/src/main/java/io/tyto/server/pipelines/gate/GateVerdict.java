package io.tyto.server.pipelines.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a gate says.
 *
 * @param message for WARN and STOP what is wrong and what to do next
 * @param until a WARN that parks the deployment until then; it does not refuse
 */
public record GateVerdict(String code, Verdict verdict, String message, @Nullable Instant until) {

  public static GateVerdict pass(String code, String message) {
    return new GateVerdict(code, Verdict.PASS, message, null);
  }

  public static GateVerdict warn(String code, String message) {
    return new GateVerdict(code, Verdict.WARN, message, null);
  }

  public static GateVerdict stop(String code, String message) {
    return new GateVerdict(code, Verdict.STOP, message, null);
  }

  public static GateVerdict park(String code, String message, Instant until) {
    return new GateVerdict(code, Verdict.WARN, message, until);
  }

  public boolean stops() {
    return verdict == Verdict.STOP;
  }

  /** WARN never blocks. */
  public enum Verdict {
    PASS,
    WARN,
    STOP
  }
}
