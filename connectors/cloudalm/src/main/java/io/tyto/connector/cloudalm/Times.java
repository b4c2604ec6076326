package io.tyto.connector.cloudalm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times and dates of the wire; null where they cannot be read. */
final class Times {
  private static final int SECONDS_END = 19;
  private static final int NANO_DIGITS = 9;

  static @Nullable Instant instant(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return text.endsWith("Z") ? utc(text) : offset(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Some versions leave the Z out; all times are UTC (facts: Cloud ALM 7). */
  private static Instant offset(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return Instant.parse(text + "Z");
    }
  }

  /** The usual form by its places: a formatter would cost as much as all else about a row. */
  private static Instant utc(String text) {
    int fraction = text.length() - 1 - SECONDS_END;
    boolean usual =
        fraction >= 0
            && fraction <= 1 + NANO_DIGITS
            && fraction != 1
            && text.charAt(10) == 'T'
            && text.charAt(13) == ':'
            && text.charAt(16) == ':'
            && (fraction == 0 || text.charAt(SECONDS_END) == '.');
    if (!usual) {
      return OffsetDateTime.parse(text).toInstant();
    }
    long nanos = 0;
    for (int i = 0; i < NANO_DIGITS; i++) {
      nanos = nanos * 10 + (i < fraction - 1 ? number(text, 20 + i, 21 + i) : 0);
    }
    return day(text)
        .atTime(number(text, 11, 13), number(text, 14, 16), number(text, 17, SECONDS_END))
        .toInstant(ZoneOffset.UTC)
        .plusNanos(nanos);
  }

  static @Nullable LocalDate date(@Nullable String text) {
    try {
      return text == null || text.length() < 10 ? null : day(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LocalDate day(String text) {
    if (text.charAt(4) != '-' || text.charAt(7) != '-') {
      throw new DateTimeException("no date");
    }
    return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("no number");
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private Times() {}
}
