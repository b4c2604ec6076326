package io.tyto.server.pipelines.doubt;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.rig.Memory;
import io.tyto.server.pipelines.rig.Memory.Table;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.MemoryStores;
import java.util.List;
import org.springframework.context.support.GenericApplicationContext;

/** Deployments in doubt, in memory. */
public final class MemoryDoubts extends DoubtStore {
  private final Memory memory;
  private final Table<String, String> open;

  private MemoryDoubts(Memory memory) {
    super(null, null);
    this.memory = memory;
    open = memory.table();
  }

  /** The store of this package wins over the one on PostgreSQL. */
  public static void into(GenericApplicationContext context, Memory memory) {
    MemoryDoubts doubts = memory.shared(MemoryDoubts.class, () -> new MemoryDoubts(memory));
    context.registerBean(DoubtStore.class, () -> doubts, bean -> bean.setPrimary(true));
  }

  @Override
  void add(String effectId) {
    memory.statement();
    open.put(effectId, effectId);
  }

  @Override
  List<Doubt> open(Effect effect) {
    memory.statement();
    return open.keys().stream()
        .flatMap(id -> MemoryStores.sharing(memory, id, effect.id()).stream())
        .map(shared ->
            new Doubt(
                shared.effect().id(),
                shared.effect().runId(),
                String.join(", ", shared.names()),
                shared.effect().sentAt()))
        .toList();
  }

  @Override
  void settle(String effectId, boolean happened, Actor by, String reason) {
    memory.statement();
    open.remove(effectId);
  }
}
