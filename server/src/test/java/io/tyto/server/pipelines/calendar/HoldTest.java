package io.tyto.server.pipelines.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoldTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static CalendarEntry entry(
      CalendarEntry.Kind kind,
      String name,
      String starts,
      String ends,
      @Nullable String repeats,
      @Nullable LocalDate until) {
    return new CalendarEntry(
        name,
        1,
        kind,
        name,
        "",
        null,
        null,
        null,
        BERLIN,
        LocalDateTime.parse(starts),
        LocalDateTime.parse(ends),
        repeats,
        until,
        "rita",
        Instant.EPOCH);
  }

  private static CalendarEntry freeze(String name, String starts, String ends, @Nullable String r) {
    return entry(CalendarEntry.Kind.FREEZE, name, starts, ends, r, null);
  }

  private static CalendarEntry window(String name, String starts, String ends, @Nullable String r) {
    return entry(CalendarEntry.Kind.WINDOW, name, starts, ends, r, null);
  }

  private static Optional<Hold> hold(String now, CalendarEntry... entries) {
    return Hold.of(List.of(List.of(entries)), Instant.parse(now));
  }

  @Test
  void holdsInsideAFreezeAndNotAtItsEnd() {
    CalendarEntry freeze = freeze("Close", "2026-12-18T18:00", "2026-12-21T06:00", null);
    assertThat(hold("2026-12-18T16:59:59Z", freeze)).isEmpty();
    Hold hold = hold("2026-12-18T17:00:00Z", freeze).orElseThrow();
    assertThat(hold.until()).isEqualTo("2026-12-21T05:00:00Z");
    assertThat(hold.message()).isEqualTo("Freeze until Mon 06:00 (Close, Europe/Berlin).");
    assertThat(hold("2026-12-21T05:00:00Z", freeze)).isEmpty();
  }

  @Test
  void keepsTheWallClockWhenClocksGoBackAndForth() {
    CalendarEntry weekend =
        freeze("Weekend", "2026-10-17T22:00", "2026-10-19T06:00", "FREQ=WEEKLY");
    assertThat(
            Occurrences.between(
                weekend,
                Instant.parse("2026-10-17T00:00:00Z"),
                Instant.parse("2026-10-27T00:00:00Z")))
        .containsExactly(
            new Span(Instant.parse("2026-10-17T20:00:00Z"), Instant.parse("2026-10-19T04:00:00Z")),
            new Span(Instant.parse("2026-10-24T20:00:00Z"), Instant.parse("2026-10-26T05:00:00Z")));
    assertThat(hold("2026-10-26T04:30:00Z", weekend)).isPresent();
    assertThat(hold("2027-03-29T03:59:59Z", weekend).orElseThrow().until())
        .isEqualTo("2027-03-29T04:00:00Z");
    assertThat(hold("2027-03-29T04:00:00Z", weekend)).isEmpty();
  }

  @Test
  void movesATimeThatClocksLeaveOutOnByTheGap() {
    CalendarEntry night = window("Night", "2027-03-20T02:30", "2027-03-20T05:00", "FREQ=DAILY");
    assertThat(hold("2027-03-28T00:00:00Z", night).orElseThrow().until())
        .isEqualTo("2027-03-28T01:30:00Z");
  }

  @Test
  void goesOnFromOneFreezeToTheNext() {
    Hold hold =
        hold(
                "2026-12-23T10:00:00Z",
                freeze("Close", "2026-12-21T00:00", "2026-12-24T12:00", null),
                freeze("Holidays", "2026-12-24T12:00", "2027-01-04T06:00", null))
            .orElseThrow();
    assertThat(hold.until()).isEqualTo("2027-01-04T05:00:00Z");
    assertThat(hold.message())
        .isEqualTo("Freeze until Mon 4 Jan 2027 06:00 (Close, Holidays, Europe/Berlin).");
  }

  @Test
  void opensInsideWindowsOnlyAndAfterTheFreezeThatCoversThem() {
    CalendarEntry tuesday =
        window("Tuesdays", "2026-11-03T20:00", "2026-11-03T23:00", "FREQ=WEEKLY;BYDAY=TU");
    assertThat(hold("2026-11-24T19:00:00Z", tuesday)).isEmpty();
    Hold next = hold("2026-11-24T22:00:00Z", tuesday).orElseThrow();
    assertThat(next.until()).isEqualTo("2026-12-01T19:00:00Z");
    CalendarEntry freeze = freeze("Close", "2026-11-30T00:00", "2026-12-02T00:00", null);
    assertThat(hold("2026-11-24T22:00:00Z", tuesday, freeze).orElseThrow().until())
        .isEqualTo("2026-12-08T19:00:00Z");
  }

  @Test
  void waitsForTheWindowsOfAllTargets() {
    CalendarEntry early = window("A", "2026-11-24T08:00", "2026-11-24T12:00", null);
    CalendarEntry late = window("B", "2026-11-24T11:00", "2026-11-24T14:00", null);
    Instant now = Instant.parse("2026-11-24T05:00:00Z");
    assertThat(Hold.of(List.of(List.of(early), List.of(late)), now).orElseThrow().until())
        .isEqualTo("2026-11-24T10:00:00Z");
    CalendarEntry gone = window("C", "2026-11-23T11:00", "2026-11-23T14:00", null);
    Hold never = Hold.of(List.of(List.of(early), List.of(gone)), now).orElseThrow();
    assertThat(never.ends()).isFalse();
    assertThat(never.message()).startsWith("No window without an end in sight");
  }

  @Test
  void endsARepetitionOnItsLastDay() {
    CalendarEntry daily =
        entry(
            CalendarEntry.Kind.FREEZE,
            "Nights",
            "2026-11-20T20:00",
            "2026-11-21T06:00",
            "FREQ=DAILY",
            LocalDate.parse("2026-11-22"));
    assertThat(hold("2026-11-22T20:00:00Z", daily)).isPresent();
    assertThat(hold("2026-11-23T20:00:00Z", daily)).isEmpty();
  }

  @Test
  void understandsRulesByDaysOrLongerWithoutAnEnd() {
    assertThat(Occurrences.understands("FREQ=MONTHLY;BYDAY=-1FR")).isTrue();
    assertThat(Occurrences.understands("FREQ=SECONDLY")).isFalse();
    assertThat(Occurrences.understands("FREQ=DAILY;BYHOUR=3")).isFalse();
    assertThat(Occurrences.understands("FREQ=DAILY;UNTIL=20270101T000000Z")).isFalse();
    assertThat(Occurrences.understands("every friday")).isFalse();
  }
}
