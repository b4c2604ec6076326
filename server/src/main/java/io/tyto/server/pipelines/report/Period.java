package io.tyto.server.pipelines.report;

import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The days of a report, UTC, both included.
 *
 * @throws Refusal when it is turned round or longer than a year
 */
public record Period(LocalDate from, LocalDate to) {
  private static final int LONGEST_DAYS = 366;

  public Period {
    long days = ChronoUnit.DAYS.between(from, to);
    if (days < 0 || days > LONGEST_DAYS) {
      throw Refusal.at(
          "to",
          GeneralRefusal.INVALID,
          "Give a period of at most a year whose last day is not before its first.");
    }
  }

  Instant begins() {
    return from.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** The first moment after it. */
  Instant ends() {
    return to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
