package io.tyto.connector.abap.cts;

import java.util.Arrays;

/** TRSTATUS (facts: 3.7). */
public enum TransportStatus {
  MODIFIABLE("D", "Modifiable"),
  PROTECTED("L", "Modifiable, protected"),
  RELEASE_STARTED("O", "Release started"),
  RELEASE_PREPARED("P", "Release in preparation"),
  RELEASED("R", "Released"),
  /** With import protection for repaired objects: to be read as released. */
  RELEASED_PROTECTED("N", "Released, protected"),
  UNKNOWN("", "Unknown");

  private final String code;
  private final String label;

  TransportStatus(String code, String label) {
    this.code = code;
    this.label = label;
  }

  static TransportStatus of(String code) {
    return Arrays.stream(values())
        .filter(each -> each.code.equals(code))
        .findFirst()
        .orElse(UNKNOWN);
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  public boolean released() {
    return this == RELEASED || this == RELEASED_PROTECTED;
  }

  /** The export runs; nobody may act on it. */
  public boolean releasing() {
    return this == RELEASE_STARTED || this == RELEASE_PREPARED;
  }
}
