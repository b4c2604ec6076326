package io.tyto.connector.abap.cts;

import io.tyto.connector.kit.wire.Faults;
import io.tyto.spi.Fault;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import java.util.Locale;
import java.util.Optional;

/** Reads ADT's ways to say no (facts: 3.1). */
public final class AdtFaults {
  private AdtFaults() {}

  public static Fault of(HttpCall call, HttpAnswer answer) {
    Fault fault = Faults.of(call, answer, "The ABAP system");
    Optional<TransportXml.AdtException> said = TransportXml.exception(answer.body());
    return said.map(text ->
            new Fault(
                fault.kind(),
                "The ABAP system says: " + Faults.short500(text.message()),
                fault.retryAfter(),
                text.type(),
                Faults.short500(text.message())))
        .orElse(fault);
  }

  /** An unknown number is 404 on some releases and 400 on others (facts: 3.2). */
  static boolean unknownNumber(HttpAnswer answer) {
    if (answer.status() == 404) {
      return TransportXml.exception(answer.body()).isPresent();
    }
    return answer.status() == 400
        && TransportXml.exception(answer.body())
            .filter(said ->
                said.type().equals("ADT_TM_COMMON_EXCEPTION")
                    || said.type().equals("ExceptionResourceNotFound")
                    || said.message().toLowerCase(Locale.ROOT).contains("not exist"))
            .isPresent();
  }
}
