package io.tyto.server.audit.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Seals what this node recorded, at most once a second; a node that records nothing asks nothing.
 */
@Component
class SealSoon {
  private static final Logger LOG = LoggerFactory.getLogger(SealSoon.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Sealer sealer;
  private final TaskScheduler scheduler;
  private final AtomicBoolean due = new AtomicBoolean();

  SealSoon(Sealer sealer, TaskScheduler scheduler) {
    this.sealer = sealer;
    this.scheduler = scheduler;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void recorded(AuditWriter.Recorded entry) {
    if (due.compareAndSet(false, true)) {
      try {
        scheduler.schedule(this::seal, scheduler.getClock().instant().plus(PAUSE));
      } catch (TaskRejectedException stopping) {
        LOG.debug("The next node to run seal-audit seals what is left", stopping);
      }
    }
  }

  private void seal() {
    due.set(false);
    sealer.sealAll();
  }
}
