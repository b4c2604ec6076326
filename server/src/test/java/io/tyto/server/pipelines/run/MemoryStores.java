package io.tyto.server.pipelines.run;

import io.tyto.server.pipelines.rig.Memory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.context.support.GenericApplicationContext;

/** Runs and effects without PostgreSQL. */
public final class MemoryStores {

  private MemoryStores() {}

  /** Tells of each change of a task: before, after. */
  public static void watch(Memory memory, BiConsumer<RunTask, RunTask> watcher) {
    memory.shared(MemoryRows.class, () -> new MemoryRows(memory)).watcher = watcher;
  }

  /** The stores of this package win over those on PostgreSQL. */
  public static void into(GenericApplicationContext context, Memory memory, Clock clock) {
    MemoryRows rows = memory.shared(MemoryRows.class, () -> new MemoryRows(memory));
    MemoryEffectStore effects =
        memory.shared(MemoryEffectStore.class, () -> new MemoryEffectStore(rows, clock));
    RunStore runs = memory.shared(RunStore.class, () -> new MemoryRunStore(rows, effects));
    MemoryRunRows writes = new MemoryRunRows(rows);
    Parking parking = memory.shared(Parking.class, () -> new MemoryParking(rows, clock));
    context.registerBean(Parking.class, () -> parking, bean -> bean.setPrimary(true));
    context.registerBean(EffectStore.class, () -> effects, bean -> bean.setPrimary(true));
    context.registerBean(RunStore.class, () -> runs, bean -> bean.setPrimary(true));
    context.registerBean(RunWriter.Rows.class, () -> writes, bean -> bean.setPrimary(true));
  }

  /**
   * @param names of the content that both carry to the same environment
   */
  public record Shared(Effect effect, List<String> names) {}

  /** The first effect, when both carry the same content to the same environment. */
  public static Optional<Shared> sharing(Memory memory, String one, String other) {
    MemoryEffectStore effects =
        memory.shared(
            MemoryEffectStore.class,
            () -> {
              throw new IllegalStateException("No engine was started on this memory");
            });
    List<String> names = effects.inBoth(one, other);
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new Shared(effects.find(one).orElseThrow(), names));
  }

  /** The runs of every engine that was started on this memory. */
  public static RunStore runs(Memory memory) {
    return memory.shared(
        RunStore.class,
        () -> {
          throw new IllegalStateException("No engine was started on this memory");
        });
  }
}
