package io.tyto.server.pipelines.run;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.pipelines.rig.Memory.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Faults of environments without PostgreSQL. */
final class MemoryTargetFaults extends TargetFaults {
  private final MemoryRows rows;
  private final Clock clock;
  private final Table<String, Faults> faults;

  private record Faults(int count, Instant since) {}

  MemoryTargetFaults(MemoryRows rows, Clock clock) {
    super(null, clock);
    this.rows = rows;
    this.clock = clock;
    faults = rows.memory.table();
  }

  @Override
  public void count(EnvironmentId environment) {
    rows.memory.statement();
    Faults before = faults.get(environment.value()).orElse(new Faults(0, clock.instant()));
    faults.put(environment.value(), new Faults(before.count() + 1, before.since()));
  }

  @Override
  public void answered(EnvironmentId environment) {
    rows.memory.statement();
    faults.remove(environment.value());
  }

  @Override
  public Optional<Instant> usedUp(EnvironmentId environment) {
    rows.memory.statement();
    return faults.get(environment.value()).filter(f -> f.count() >= MOST).map(Faults::since);
  }

  @Override
  public void oneMore(EnvironmentId environment) {
    rows.memory.statement();
    faults
        .get(environment.value())
        .filter(f -> f.count() >= MOST)
        .ifPresent(f -> faults.put(environment.value(), new Faults(MOST - 1, f.since())));
  }
}
