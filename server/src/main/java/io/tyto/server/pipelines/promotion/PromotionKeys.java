package io.tyto.server.pipelines.promotion;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.pipelines.Promotions.Order;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.run.SqlTime;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which run answered an {@code Idempotency-Key}. */
@Component
class PromotionKeys {
  private final JdbcClient jdbc;
  private final Clock clock;

  PromotionKeys(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @return the run that answered the same order under that key
   * @throws Refusal when the key stood for another order
   */
  Optional<String> answered(Order order, Actor by) {
    if (order.idempotencyKey() == null) {
      return Optional.empty();
    }
    return kept(by.id().value(), order.workItem().value(), order.idempotencyKey())
        .map(kept -> {
          if (!kept.request().equals(request(order))) {
            throw new Refusal(
                RunRefusal.KEY_REUSED,
                "This Idempotency-Key stood for another promotion. Take a new one.");
          }
          return kept.runId();
        });
  }

  /** Joins the caller's transaction. */
  void remember(Order order, Actor by, String runId) {
    if (order.idempotencyKey() != null) {
      keep(
          by.id().value(),
          order.workItem().value(),
          order.idempotencyKey(),
          new Kept(runId, request(order)));
    }
  }

  /** What a key stood for. */
  record Kept(String runId, String request) {}

  Optional<Kept> kept(String user, String item, String key) {
    return jdbc.sql(
            """
            SELECT run_id, request_digest FROM promotion_key
            WHERE user_id = :user AND work_item = :item AND idempotency_key = :key
            """)
        .param("user", user)
        .param("item", item)
        .param("key", key)
        .query((row, n) -> new Kept(row.getString("run_id"), row.getString("request_digest")))
        .optional();
  }

  void keep(String user, String item, String key, Kept answer) {
    jdbc.sql(
            """
            INSERT INTO promotion_key VALUES (:user, :item, :key, :request, :run, :now)
            ON CONFLICT DO NOTHING
            """)
        .param("user", user)
        .param("item", item)
        .param("key", key)
        .param("request", answer.request())
        .param("run", answer.runId())
        .param("now", SqlTime.at(clock.instant()))
        .update();
  }

  private static String request(Order order) {
    String request = order.candidate() + "|" + order.continues();
    request += "|" + (order.window() == null ? order.notBefore() : order.window());
    request += "|" + order.changeType();
    return order.overrides() ? request + "|" + order.overrideReason() : request;
  }
}
