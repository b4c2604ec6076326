package io.tyto.server.pipelines.promotion;

import io.tyto.server.pipelines.rig.Memory;
import io.tyto.server.pipelines.rig.Memory.Table;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.support.GenericApplicationContext;

/** The keys of promotions without PostgreSQL. */
public final class MemoryKeys extends PromotionKeys {
  private final Memory memory;
  private final Table<String, Kept> kept;

  private MemoryKeys(Memory memory, Clock clock) {
    super(null, clock);
    this.memory = memory;
    kept = memory.table();
  }

  public static void into(GenericApplicationContext context, Memory memory, Clock clock) {
    MemoryKeys keys = memory.shared(MemoryKeys.class, () -> new MemoryKeys(memory, clock));
    context.registerBean(PromotionKeys.class, () -> keys, bean -> bean.setPrimary(true));
  }

  @Override
  Optional<Kept> kept(String user, String item, String key) {
    memory.statement();
    return kept.get(String.join("/", user, item, key));
  }

  @Override
  void keep(String user, String item, String key, Kept answer) {
    memory.statement();
    String place = String.join("/", user, item, key);
    if (kept.get(place).isEmpty()) {
      kept.put(place, answer);
    }
  }
}
