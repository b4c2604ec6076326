package io.tyto.simulator.abap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the systems of the landscape share: the requests and what was imported where. A request
 * belongs to the system its number begins with.
 */
final class TransportDirectory {
  private static final int FIRST_FREE = 900_201;

  private final Map<String, TransportRequest> requests = new LinkedHashMap<>();
  private final List<Imported> imports = new ArrayList<>();
  private final Map<String, Integer> retcodes = new LinkedHashMap<>();
  private final Map<String, Integer> counters = new LinkedHashMap<>();
  private final Supplier<Instant> clock;

  TransportDirectory(Supplier<Instant> clock) {
    this.clock = clock;
  }

  synchronized void clear() {
    requests.clear();
    imports.clear();
    retcodes.clear();
    counters.clear();
  }

  Instant now() {
    return clock.get();
  }

  /** Numbers and tasks share one range (facts: targets 3.7). */
  synchronized String nextNumber(String system) {
    int number = counters.merge(system, FIRST_FREE, (old, first) -> old + 1);
    return system + "K" + number;
  }

  synchronized void put(TransportRequest request) {
    requests.put(request.number(), request);
  }

  /** The request of this number, or the one whose task has it. */
  synchronized Optional<TransportRequest> find(String number) {
    TransportRequest request = requests.get(number);
    return request != null
        ? Optional.of(request)
        : requests.values().stream().filter(each -> each.task(number).isPresent()).findFirst();
  }

  synchronized List<TransportRequest> all() {
    return List.copyOf(requests.values());
  }

  synchronized void remove(String number) {
    requests.remove(number);
  }

  synchronized boolean isIn(String system, String number) {
    return imports.stream()
        .anyMatch(
            each -> each.system().equals(system) && each.number().equals(number) && each.arrived());
  }

  synchronized List<Imported> imports(String system) {
    return imports.stream().filter(each -> each.system().equals(system)).toList();
  }

  synchronized Optional<Imported> lastImport(String system, String number) {
    return imports(system).stream()
        .filter(each -> each.number().equals(number))
        .reduce((first, second) -> second);
  }

  synchronized void imported(Imported row) {
    imports.add(row);
  }

  /** Which return code the import of a request will end with in a system. */
  synchronized void arrange(String system, String number, int retcode) {
    retcodes.put(system + " " + number, retcode);
  }

  synchronized int retcode(String system, String number) {
    return retcodes.getOrDefault(system + " " + number, 0);
  }

  /**
   * Releases a task, or begins the release of a request.
   *
   * @return why it cannot be released, empty when it was
   */
  synchronized String release(TransportRequest request, String number, Duration export) {
    Optional<TransportTask> task = request.task(number);
    if (task.isPresent()) {
      put(request.withTask(task.get().release(now())));
      return "";
    }
    List<String> open =
        request.tasks().stream()
            .filter(each -> !each.released())
            .map(each -> each.number() + " (" + each.owner() + ")")
            .toList();
    if (!open.isEmpty()) {
      return "Request "
          + number
          + " cannot be released: tasks not yet released: "
          + String.join(", ", open);
    }
    if (request.allObjects().isEmpty()) {
      return "Request " + number + " contains no objects";
    }
    put(request.released(now(), export));
    return "";
  }
}
