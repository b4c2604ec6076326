package io.tyto.connector.kit.wire;

import io.tyto.spi.HttpAnswer;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the pause an answer asks for. */
public final class RetryAfter {

  /**
   * Seconds, or a date that is taken relative to the answer's own {@code Date} header, so that no
   * clock of ours matters; empty when neither can be read.
   */
  public static Optional<Duration> of(HttpAnswer answer) {
    String text = answer.header("retry-after").orElse("").strip();
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    Optional<ZonedDateTime> until = date(text);
    Optional<ZonedDateTime> now = answer.header("date").flatMap(RetryAfter::date);
    if (until.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    Duration pause = Duration.between(now.get(), until.get());
    return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
  }

  private static Optional<ZonedDateTime> date(String text) {
    try {
      return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private RetryAfter() {}
}
