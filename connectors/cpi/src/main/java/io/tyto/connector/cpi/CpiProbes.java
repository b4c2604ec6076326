package io.tyto.connector.cpi;

import io.tyto.connector.cpi.wire.CpiFaults;
import io.tyto.connector.cpi.wire.ODataPath;
import io.tyto.connector.kit.wire.Json;
import io.tyto.spi.BoundHttp;
import io.tyto.spi.CheckReport;
import io.tyto.spi.CheckReport.Probe;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import java.util.List;

/** Tries a tenant without changing it. */
final class CpiProbes {
  private static final String SIGN_IN = "sign-in";
  private static final String PACKAGES = "packages";
  private static final String RUNTIME = "runtime";
  private static final String DEPLOY = "deploy";

  private final BoundHttp http;

  CpiProbes(BoundHttp http) {
    this.http = http;
  }

  CheckReport run() {
    String packages = ODataPath.of("IntegrationPackages?$top=1");
    HttpAnswer answer;
    try {
      answer = http.send(HttpCall.get(packages).accept("application/json"));
    } catch (FaultException failed) {
      return new CheckReport(
          List.of(
              Probe.failed(SIGN_IN, failed.fault().message()),
              skipped(PACKAGES),
              skipped(RUNTIME),
              skipped(DEPLOY)));
    }
    if (answer.status() == 401) {
      String message = CpiFaults.of(HttpCall.get(packages), answer).message();
      return new CheckReport(
          List.of(
              Probe.failed(SIGN_IN, message),
              skipped(PACKAGES),
              skipped(RUNTIME),
              skipped(DEPLOY)));
    }
    return new CheckReport(
        List.of(
            Probe.passed(SIGN_IN, "The tenant accepts the sign-in."),
            judged(PACKAGES, HttpCall.get(packages), answer, "WorkspacePackagesRead"),
            asked(
                RUNTIME, ODataPath.of("IntegrationRuntimeArtifacts?$top=1"), "MonitoringDataRead"),
            Probe.skipped(
                DEPLOY,
                "Not tried, because it would change the tenant. A target needs the roles"
                    + " WorkspacePackagesEdit, WorkspacePackagesConfigure and"
                    + " WorkspaceArtifactsDeploy.")));
  }

  private Probe asked(String name, String path, String role) {
    HttpCall call = HttpCall.get(path).accept("application/json");
    try {
      return judged(name, call, http.send(call), role);
    } catch (FaultException failed) {
      return Probe.failed(name, failed.fault().message());
    }
  }

  private static Probe judged(String name, HttpCall call, HttpAnswer answer, String role) {
    boolean tenant = Json.tryRead(answer).filter(said -> said.has("d")).isPresent();
    if (answer.isSuccess() && tenant) {
      return Probe.passed(name, "Readable (role " + role + ").");
    }
    if (answer.isSuccess()) {
      return Probe.failed(
          name, "This address answers, but not as a Cloud Integration API; check the API address.");
    }
    Fault fault = CpiFaults.of(call, answer);
    String message =
        fault.kind() == Fault.Kind.FORBIDDEN
            ? "The service key's client lacks the role " + role + "."
            : fault.message();
    return Probe.failed(name, message);
  }

  private static Probe skipped(String name) {
    return Probe.skipped(name, "Not tried: the sign-in failed.");
  }
}
