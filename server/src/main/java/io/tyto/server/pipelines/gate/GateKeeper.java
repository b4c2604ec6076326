package io.tyto.server.pipelines.gate;

import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.RefusalKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
   * The same for all that is promoted together: of each gate what weighs most, with all it says.
   */
  public List<GateVerdict> ask(List<GateSubject> parts) {
    if (parts.size() == 1) {
      return ask(parts.getFirst());
    }
    return gates.stream()
        .map(gate ->
            GateVerdict.joined(
                gate.code(),
                parts.stream()
                    .collect(
                        Collectors.toMap(
                            part -> part.item().id().value(),
                            gate::check,
                            (one, other) -> one,
                            LinkedHashMap::new))))
        .toList();
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
          String.join(" ", stops.stream().map(GateVerdict::said).toList()),
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
