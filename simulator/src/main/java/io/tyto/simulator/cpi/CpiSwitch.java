package io.tyto.simulator.cpi;

import java.util.List;

/** The named switches of a tenant: one for each fact graded single-source or unknown. */
enum CpiSwitch {
  DEPLOY_DURATION("deploy-duration", "PT4S", "how long a deployment takes, ISO-8601"),
  PUT_VERSION(
      "put-version",
      "manifest",
      "targets 1.5, unknown: a higher Bundle-Version becomes the version, or every PUT is a draft",
      "manifest",
      "keep"),
  DRAFT_VERSION_BY_KEY(
      "draft-version-by-key",
      "number",
      "targets 1.5, single: what reading a draft by key shows as version",
      "number",
      "word"),
  CONFIGURATION_SURVIVES(
      "configuration-survives-update",
      "on",
      "targets 1.5, unknown: whether configured values outlive new content",
      "on",
      "off"),
  DOWNLOAD_CARRIES_CONFIGURATION(
      "download-carries-configuration",
      "off",
      "unknown: whether a download's parameters.prop carries the configured values",
      "on",
      "off"),
  SAVE_EXISTING_VERSION(
      "save-existing-version",
      "500",
      "targets 1.10, unknown: SaveAsVersion with a version that exists",
      "500",
      "400",
      "200"),
  ERROR_INFORMATION_JSON(
      "error-information-json",
      "406",
      "targets 1.6, unknown: ErrorInformation for Accept application/json",
      "406",
      "200"),
  ERROR_INFORMATION_LATE(
      "error-information-late", "on", "targets 1.6: 204 for a while after a failure", "on", "off"),
  WITHOUT_JSON(
      "without-json", "atom", "targets 1.2: answer to a call that asks no JSON", "atom", "406"),
  UNDEPLOY_WHILE_STOPPING("undeploy-while-stopping", "202", "targets 1.6, unknown", "202", "404"),
  MISSING_ROLES("missing-roles", "", "targets 1.1: roles the client lacks, comma separated"),
  LOCKED_ARTIFACTS(
      "locked-artifacts", "", "targets 1.5: ids locked in the editor, comma separated");

  private final String wireName;
  private final String initial;
  private final String source;
  private final List<String> allowed;

  CpiSwitch(String wireName, String initial, String source, String... allowed) {
    this.wireName = wireName;
    this.initial = initial;
    this.source = source;
    this.allowed = List.of(allowed);
  }

  String wireName() {
    return wireName;
  }

  String initial() {
    return initial;
  }

  String source() {
    return source;
  }

  List<String> allowed() {
    return allowed;
  }
}
