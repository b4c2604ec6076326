package io.tyto.server.pipelines.trace;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.pipelines.rig.Memory;
import io.tyto.server.pipelines.rig.Memory.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Faults of environments without PostgreSQL. */
final class MemoryTargetFaults extends TargetFaults {
  private final Memory memory;
  private final Clock clock;
  private final Table<String, Faults> faults;

  private record Faults(int count, Instant since) {}

  MemoryTargetFaults(Memory memory, Clock clock) {
    super(null, clock);
    this.memory = memory;
    this.clock = clock;
    faults = memory.table();
  }

  @Override
  public void count(EnvironmentId environment) {
    memory.statement();
    Faults before = faults.get(environment.value()).orElse(new Faults(0, clock.instant()));
    faults.put(environment.value(), new Faults(before.count() + 1, before.since()));
  }

  @Override
  public void answered(EnvironmentId environment) {
    memory.statement();
    faults.remove(environment.value());
  }

  @Override
  public Optional<Instant> usedUp(EnvironmentId environment) {
    memory.statement();
    return faults.get(environment.value()).filter(f -> f.count() >= MOST).map(Faults::since);
  }

  @Override
  public void oneMore(EnvironmentId environment) {
    memory.statement();
    faults
        .get(environment.value())
        .filter(f -> f.count() >= MOST)
        .ifPresent(f -> faults.put(environment.value(), new Faults(MOST - 1, f.since())));
  }
}
