package io.tyto.simulator.abap;

import io.tyto.simulator.core.Switches;
import java.util.List;

/** The named switches of an ABAP system. */
enum AbapSwitch {
  RELEASE_DURATION(
      "release-duration", "PT4S", "targets 3.6: how long a request shows O before R, ISO-8601"),
  UNKNOWN_REQUEST("unknown-request", "400", "targets 3.2, unknown", "400", "404"),
  CREATE_STATUS("create-status", "200", "targets 3.2: answer to a creation", "200", "201"),
  BLANK_TARGET(
      "blank-target", "local", "targets 3.5, single: a creation without target", "local", "500"),
  RELEASED_AGAIN(
      "released-again",
      "abortrelapifail",
      "targets 3.6, unknown: report status for a request that is released already",
      "abortrelapifail",
      "released",
      "error"),
  LIST_WITHOUT_ACCEPT(
      "list-without-accept",
      "bare",
      "targets 3.2: the tree asked without its media type",
      "bare",
      "406",
      "tree"),
  OLD_RELEASE(
      "old-release", "off", "targets 3.3: 7.52 lists few attributes and no tasks", "on", "off"),
  SOAP_RFC("soap-rfc", "on", "targets 3.8: the ICF node /sap/bc/soap/rfc", "on", "off"),
  IMPORT_AGAIN(
      "import-again",
      "imports",
      "unknown: importing what is imported already",
      "imports",
      "refuses"),
  READ_CHANGE_REQUEST(
      "read-change-request",
      "on",
      "targets 3.8, single: CTS_API_READ_CHANGE_REQUEST is there",
      "on",
      "off"),
  IMPORTED_VISIBLE(
      "imported-visible",
      "on",
      "unknown: whether the target's ADT shows an imported request",
      "on",
      "off");

  private final String wireName;
  private final String initial;
  private final String source;
  private final List<String> allowed;

  AbapSwitch(String wireName, String initial, String source, String... allowed) {
    this.wireName = wireName;
    this.initial = initial;
    this.source = source;
    this.allowed = List.of(allowed);
  }

  String wireName() {
    return wireName;
  }

  void declare(Switches switches, String firstValue) {
    switches.declare(wireName, firstValue, source, allowed.toArray(String[]::new));
  }

  String initial() {
    return initial;
  }
}
