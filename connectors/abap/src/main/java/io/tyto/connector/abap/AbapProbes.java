package io.tyto.connector.abap;

import io.tyto.connector.abap.cts.AdtFaults;
import io.tyto.connector.abap.cts.CtsApi;
import io.tyto.connector.abap.rfc.ImportFunctions;
import io.tyto.connector.abap.rfc.SoapRfc.Outcome;
import io.tyto.spi.CheckReport;
import io.tyto.spi.CheckReport.Probe;
import io.tyto.spi.Connection;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import java.util.List;

/** Tries a system without changing it. */
final class AbapProbes {
  static final String ROLES =
      "The user may not import: it needs S_RFC for the function group of"
          + " CTS_API_IMPORT_CHANGE_REQUEST and S_CTS_ADMI or S_CTS_SADM with IMPS.";
  static final String CLOSED =
      "The service /sap/bc/soap/rfc is not active: activate it in transaction SICF, or set the"
          + " environment to import by hand.";
  private static final String SIGN_IN = "sign-in";
  private static final String TRANSPORTS = "transports";
  private static final String IMPORT = "import";

  private final Connection<AbapSettings> to;

  AbapProbes(Connection<AbapSettings> to) {
    this.to = to;
  }

  CheckReport run() {
    Probe signIn = signIn();
    if (signIn.outcome() == CheckReport.Outcome.FAILED) {
      String why = "Not tried: the sign-in failed.";
      return new CheckReport(
          List.of(signIn, Probe.skipped(TRANSPORTS, why), Probe.skipped(IMPORT, why)));
    }
    return new CheckReport(List.of(signIn, transports(), imports()));
  }

  private Probe signIn() {
    HttpCall call = HttpCall.get(CtsApi.logonPath(to.settings().client())).accept("*/*");
    try {
      HttpAnswer answer = to.http().send(call);
      if (answer.isSuccess() && answer.header("content-type").orElse("").contains("html")) {
        return Probe.failed(
            SIGN_IN,
            "The system answers with a logon page; it must accept Basic sign-in for /sap/bc/adt.");
      }
      if (answer.isSuccess()) {
        return Probe.passed(SIGN_IN, "The system accepts the sign-in.");
      }
      if (answer.status() == 404) {
        return Probe.failed(
            SIGN_IN, "The service /sap/bc/adt is not active: activate it in transaction SICF.");
      }
      return Probe.failed(SIGN_IN, AdtFaults.of(call, answer).message());
    } catch (FaultException failed) {
      return Probe.failed(SIGN_IN, failed.fault().message());
    }
  }

  private Probe transports() {
    try {
      new CtsApi(to.http(), to.settings().client()).list("*", "D");
      return Probe.passed(TRANSPORTS, "Transport requests can be read.");
    } catch (FaultException failed) {
      String message =
          failed.fault().kind() == Fault.Kind.FORBIDDEN
              ? "The user may not read transport requests: it needs S_ADT_RES and S_TRANSPRT display."
              : failed.fault().message();
      return Probe.failed(TRANSPORTS, message);
    }
  }

  private Probe imports() {
    if (!to.settings().carrier().equals(AbapSettings.SOAP_RFC)) {
      return Probe.skipped(IMPORT, "Imports are done by hand.");
    }
    try {
      return switch (new ImportFunctions(to.http(), to.settings().client()).ping()) {
        case Outcome.Answered answered ->
            Probe.passed(IMPORT, "The import service answers; nothing was imported.");
        // Also a refusal of the ping itself shows that the service is there.
        case Outcome.Faulted faulted ->
            Probe.passed(IMPORT, "The import service answers: " + faulted.text());
        case Outcome.Other other -> imports(other.answer());
      };
    } catch (FaultException failed) {
      return Probe.failed(IMPORT, failed.fault().message());
    }
  }

  private static Probe imports(HttpAnswer answer) {
    return switch (answer.status()) {
      case 403 -> Probe.failed(IMPORT, ROLES);
      case 404 -> Probe.failed(IMPORT, CLOSED);
      default ->
          Probe.failed(
              IMPORT, "The service /sap/bc/soap/rfc answers unreadably: " + answer.status());
    };
  }
}
