package io.tyto.server.pipelines.run;

import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.pipelines.rig.Memory.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Places of those who are held back, without PostgreSQL. */
final class MemoryParking extends Parking {
  private final MemoryRows rows;
  private final Clock clock;
  private final Table<String, Place> places;
  private long last;

  private record Place(
      long number, String taskId, String runId, List<EnvironmentId> environments, Instant until) {

    Place until(Instant other) {
      return new Place(number, taskId, runId, environments, other);
    }
  }

  MemoryParking(MemoryRows rows, Clock clock) {
    super(null, clock);
    this.rows = rows;
    this.clock = clock;
    places = rows.memory.table();
  }

  @Override
  public void enter(RunTask task, Collection<EnvironmentId> environments, Instant until) {
    rows.memory.statement();
    places.put(
        task.id(),
        places
            .get(task.id())
            .map(place -> place.until(until))
            .orElseGet(() ->
                new Place(++last, task.id(), task.runId(), List.copyOf(environments), until)));
  }

  @Override
  public void leave(RunTask task) {
    rows.memory.statement();
    places.remove(task.id());
  }

  @Override
  public Optional<Ahead> ahead(RunTask task) {
    rows.memory.statement();
    Optional<Place> mine = places.get(task.id());
    List<Place> before =
        mine.stream()
            .flatMap(place -> inLine().filter(other -> other.number() < place.number()))
            .filter(other -> !Collections.disjoint(other.environments(), mine.get().environments()))
            .filter(other -> !other.until().isAfter(clock.instant()))
            .toList();
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(new Ahead(before.getLast().runId(), before.size()));
  }

  @Override
  public List<String> stir() {
    rows.memory.statement();
    Instant now = clock.instant();
    List<String> stirred = new ArrayList<>();
    for (Place place : inLine().toList()) {
      if (rows.task(place.taskId()).filter(t -> t.waitsFor(WaitReason.WINDOW)).isPresent()) {
        rows.task(place.taskId(), task -> MemoryRunRows.waking(task, now));
        stirred.add(place.runId());
      }
      if (place.until().isAfter(now)) {
        places.put(place.taskId(), place.until(now));
      }
    }
    return stirred;
  }

  private Stream<Place> inLine() {
    return places.keys().stream()
        .flatMap(task -> places.get(task).stream())
        .sorted(Comparator.comparing(Place::number));
  }
}
