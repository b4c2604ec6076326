package io.tyto.server.pipelines.rig;

import io.tyto.server.pipelines.engine.Wake;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers who is to be woken when; the test wakes. */
public final class ManualWake implements Wake {
  private final Map<Call, Instant> calls = new LinkedHashMap<>();
  private final SettableClock clock;

  ManualWake(SettableClock clock) {
    this.clock = clock;
  }

  /** Who is called. */
  public record Call(boolean run, String id) {}

  @Override
  public synchronized void run(String runId, Duration in) {
    call(new Call(true, runId), in);
  }

  @Override
  public synchronized void effect(String effectId, Duration in) {
    call(new Call(false, effectId), in);
  }

  private void call(Call call, Duration in) {
    calls.merge(call, clock.instant().plus(in), (a, b) -> a.isBefore(b) ? a : b);
  }

  /** The earliest call no later than that. */
  synchronized Optional<Map.Entry<Call, Instant>> next(Instant latest) {
    Optional<Map.Entry<Call, Instant>> first =
        calls.entrySet().stream()
            .filter(e -> !e.getValue().isAfter(latest))
            .min(Comparator.comparing(Map.Entry::getValue));
    first = first.map(e -> Map.entry(e.getKey(), e.getValue()));
    first.ifPresent(e -> calls.remove(e.getKey()));
    return first;
  }

  synchronized void forget() {
    calls.clear();
  }
}
