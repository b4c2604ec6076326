package io.tyto.server.pipelines.gate;

import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.RefusalKind;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks every gate. */
@Component
public class GateKeeper {
  private final List<Gate> gates;

  GateKeeper(List<Gate> gates) {
    this.gates = List.copyOf(gates);
  }

  /** One verdict a gate, in the order of the gates. */
  public List<GateVerdict> ask(GateSubject subject) {
    return gates.stream().map(gate -> gate.check(subject)).toList();
  }

  /**
   * @param overridden somebody gave a reason to pass what may be overridden
   * @return what was overridden
   * @throws Refusal with the code of the first gate that stops and all that stop
   */
  public static List<GateVerdict> refuse(List<GateVerdict> verdicts, boolean overridden) {
    List<GateVerdict> stops =
        verdicts.stream()
            .filter(overridden ? GateVerdict::stopsForGood : GateVerdict::stops)
            .toList();
    if (!stops.isEmpty()) {
      GateVerdict first = stops.getFirst();
      throw new Refusal(
          new Stopped(first.code()),
          String.join(" ", stops.stream().map(GateVerdict::message).toList()),
          List.of(),
          Map.of("gates", stops));
    }
    return verdicts.stream().filter(GateVerdict::stops).toList();
  }

  private record Stopped(String code) implements RefusalCode {
    @Override
    public RefusalKind kind() {
      return RefusalKind.CONFLICT;
    }
  }
}
