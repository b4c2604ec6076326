package io.tyto.server.pipelines.calendar;

/** The calendar is another one from this transaction on: what it holds back is to be looked at. */
public record CalendarChanged(String entryId) {}
