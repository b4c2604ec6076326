package io.tyto.connector.cpi;

import io.tyto.connector.cpi.wire.CpiPackage;
import java.util.Map;

/** Names of what is recorded with a deliverable of this connector. */
final class Facts {
  static final String KIND = "cpi-artifact";
  static final String ARTIFACT_TYPE = "artifactType";

  /** Of a browsed row; {@code true} offers to save it as a version. */
  static final String DRAFT = "draft";

  static final String PACKAGE_ID = "packageId";
  static final String PACKAGE_NAME = "packageName";
  static final String PACKAGE_SHORT_TEXT = "packageShortText";
  static final String PACKAGE_VENDOR = "packageVendor";
  static final String DEPLOYED_VERSION = "deployedVersion";

  private Facts() {}

  static void describe(CpiPackage in, Map<String, String> facts) {
    facts.put(PACKAGE_NAME, in.name());
    if (in.shortText() != null) {
      facts.put(PACKAGE_SHORT_TEXT, in.shortText());
    }
    if (in.vendor() != null) {
      facts.put(PACKAGE_VENDOR, in.vendor());
    }
  }
}
