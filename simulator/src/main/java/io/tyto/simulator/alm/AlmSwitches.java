package io.tyto.simulator.alm;

import io.tyto.simulator.core.Switches;

/** Where the sources about Cloud ALM leave a choice; the first value is the initial one. */
final class AlmSwitches {
  private AlmSwitches() {}

  static void declare(Switches to) {
    to.declare("task-page-cap", "0", "3.2, C: most tasks in one answer; 0 = no cap");
    to.declare("task-default-limit", "0", "3.2, C: limit when none is sent; 0 = all");
    to.declare(
        "task-order", "created", "3.2, C: order of the list", "created", "newest", "changed");
    to.declare("task-api-version", "1.0.30", "3.3, B: displayId, tags", "1.0.30", "1.0.13");
    to.declare(
        "null-fields", "spec", "3.3, C: which unset fields show as null", "spec", "all", "none");
    to.declare(
        "patch-null", "text", "3.4, B: null as externalId is stored as text", "text", "clear");
    to.declare("feature-assignments", "on", "5, B: /tasks/{id}/featureAssignments", "on", "off");
    to.declare("feature-page-cap", "1000", "4.3, C: most features in one answer; 0 = no cap");
    to.declare("next-link-spelling", "@nextLink", "4.3, C", "@nextLink", "@odata.nextLink", "none");
    to.declare(
        "next-link-form",
        "relative",
        "4.3, C; foreign = another host",
        "relative",
        "absolute",
        "foreign");
    to.declare("task-assignment-uuid", "task", "5, C: TaskAssignments.uuid is", "task", "row");
    to.declare("patch-answer", "200", "4.5, C: PATCH of a feature", "200", "204");
    to.declare("status-patch", "on", "4.2, B: statusCode can be patched", "on", "off");
    to.declare("status-transitions", "strict", "4.4, B/C: step by step", "strict", "lenient");
    to.declare(
        "assignment-changes",
        "none",
        "6.1, C: which change marker a move bumps",
        "none",
        "feature",
        "task",
        "both");
    to.declare("if-match", "on", "2, B: If-Match on projects", "on", "off");
    to.declare("unauthorized-body", "text", "1.6, C: body of 401", "text", "json", "html", "empty");
    to.declare("rate-limit", "500", "7, B: requests in 5 s before 429; 0 = no limit");
  }
}
