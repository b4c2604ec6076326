package io.tyto.connector.cpi.wire;

import io.tyto.connector.kit.wire.Faults;
import io.tyto.spi.Fault;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;

/** Reads the tenant's ways to say no (facts: 1.2). */
public final class CpiFaults {
  private CpiFaults() {}

  public static Fault of(HttpCall call, HttpAnswer answer) {
    Fault fault = Faults.of(call, answer, "Cloud Integration");
    // The platform's router answers 404 itself when the tenant's service is away.
    if (answer.status() == 404 && answer.header("x-cf-routererror").isPresent()) {
      return new Fault(
          Fault.Kind.UNAVAILABLE,
          "No Cloud Integration tenant answers at this address; check the API address.",
          fault.retryAfter(),
          fault.vendorCode(),
          fault.excerpt());
    }
    return fault.kind() == Fault.Kind.FORBIDDEN ? withRoles(fault) : fault;
  }

  private static Fault withRoles(Fault fault) {
    String roles =
        " The service key's client needs the roles WorkspacePackagesRead and MonitoringDataRead to"
            + " read; WorkspacePackagesEdit, WorkspacePackagesConfigure and"
            + " WorkspaceArtifactsDeploy to deploy.";
    return new Fault(
        fault.kind(),
        fault.message() + roles,
        fault.retryAfter(),
        fault.vendorCode(),
        fault.excerpt());
  }
}
