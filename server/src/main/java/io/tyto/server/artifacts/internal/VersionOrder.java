package io.tyto.server.artifacts.internal;

import java.lang.module.ModuleDescriptor.Version;

/** Compares version numbers such as 1.0.4; what is no version is neither older nor newer. */
final class VersionOrder {

  private VersionOrder() {}

  static boolean before(String one, String other) {
    try {
      return Version.parse(one).compareTo(Version.parse(other)) < 0;
    } catch (IllegalArgumentException noVersion) {
      return false;
    }
  }
}
