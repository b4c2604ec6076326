package io.tyto.server.pipelines.calendar;

import io.tyto.server.pipelines.rig.Memory;
import io.tyto.server.pipelines.rig.Memory.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.support.GenericApplicationContext;

/** The calendar without PostgreSQL. */
public final class MemoryCalendar extends EntryStore {
  private final Table<String, CalendarEntry> entries;

  private MemoryCalendar(Memory memory) {
    super(null);
    entries = memory.table();
  }

  public static void into(GenericApplicationContext context, Memory memory) {
    MemoryCalendar calendar = memory.shared(MemoryCalendar.class, () -> new MemoryCalendar(memory));
    context.registerBean(EntryStore.class, () -> calendar, bean -> bean.setPrimary(true));
  }

  @Override
  List<CalendarEntry> all() {
    return entries.keys().stream()
        .flatMap(id -> entries.get(id).stream())
        .sorted(Comparator.comparing(CalendarEntry::startsAt).thenComparing(CalendarEntry::id))
        .toList();
  }

  @Override
  List<CalendarEntry> ofProject(String project) {
    return all().stream()
        .filter(entry -> entry.project() == null || entry.project().equals(project))
        .toList();
  }

  @Override
  Optional<CalendarEntry> find(String id) {
    return entries.get(id);
  }

  @Override
  void write(CalendarEntry entry) {
    entries.put(entry.id(), entry);
  }

  @Override
  void remove(String id) {
    entries.remove(id);
  }

  /** Transactions in memory follow one another. */
  @Override
  void shareLock() {}

  @Override
  void lock() {}
}
