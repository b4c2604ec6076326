package io.tyto.server.pipelines.promotion;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.Promotions.Order;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.support.GenericApplicationContext;

/** For promotions without an {@code Idempotency-Key}: there is nothing to remember. */
public final class MemoryKeys extends PromotionKeys {

  private MemoryKeys(Clock clock) {
    super(null, clock);
  }

  public static void into(GenericApplicationContext context, Clock clock) {
    MemoryKeys keys = new MemoryKeys(clock);
    context.registerBean(PromotionKeys.class, () -> keys, bean -> bean.setPrimary(true));
  }

  @Override
  Optional<String> answered(Order order, Actor by) {
    return Optional.empty();
  }

  @Override
  void remember(Order order, Actor by, String runId) {
    if (order.idempotencyKey() != null) {
      throw new UnsupportedOperationException("Keys are remembered in PostgreSQL only");
    }
  }
}
