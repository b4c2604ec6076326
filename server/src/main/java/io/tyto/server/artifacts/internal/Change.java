package io.tyto.server.artifacts.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A short transaction after the slow part is over, and the time it happens at. */
@Component
class Change {
  private final TransactionTemplate transaction;
  private final Clock clock;

  Change(PlatformTransactionManager transactions, Clock clock) {
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }

  Instant now() {
    return clock.instant();
  }
}
