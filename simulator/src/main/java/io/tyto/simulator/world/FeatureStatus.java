package io.tyto.simulator.world;

import java.util.Arrays;
import java.util.Optional;

/** Statuses of a feature with their labels (facts: Cloud ALM 4.4). */
public enum FeatureStatus {
  NOT_PLANNED("Not Planned"),
  CREATED("In Specification"),
  IN_REALIZATION("In Implementation"),
  IN_TESTING("In Testing"),
  SUCCESSFULLY_TESTED("Successfully Tested"),
  APPROVED_FOR_DEPLOYMENT("Ready for Production"),
  CONFIRMED("Deployed");

  private final String label;

  FeatureStatus(String label) {
    this.label = label;
  }

  public static Optional<FeatureStatus> of(String code) {
    return Arrays.stream(values()).filter(status -> status.name().equals(code)).findFirst();
  }

  public String label() {
    return label;
  }

  /** The likely chain; only its first step is evidenced. */
  public boolean mayBecome(FeatureStatus next) {
    if (this == next) {
      return true;
    }
    return switch (this) {
      case NOT_PLANNED -> next == CREATED;
      case CREATED -> next == NOT_PLANNED || next == IN_REALIZATION;
      case IN_REALIZATION -> next == IN_TESTING;
      case IN_TESTING -> next == SUCCESSFULLY_TESTED || next == IN_REALIZATION;
      case SUCCESSFULLY_TESTED -> next == APPROVED_FOR_DEPLOYMENT;
      case APPROVED_FOR_DEPLOYMENT -> next == CONFIRMED;
      case CONFIRMED -> false;
    };
  }
}
