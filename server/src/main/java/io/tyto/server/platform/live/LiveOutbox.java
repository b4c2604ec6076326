package io.tyto.server.platform.live;

import io.tyto.server.kernel.LiveEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Collects hints after their transactions committed and stores them by the batch. A crash in
 * between loses them: whoever reconnects reads again anyway.
 */
@Component
class LiveOutbox implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(LiveOutbox.class);
  private static final int MOST_WAITING = 100_000;

  private final LiveRows rows;
  private final BlockingQueue<LiveEvent> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private volatile boolean running;
  private volatile Thread writer = Thread.currentThread();

  LiveOutbox(LiveRows rows) {
    this.rows = rows;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void committed(LiveEvent event) {
    if (!waiting.offer(event)) {
      log.warn("Too many live events wait; one is dropped");
    }
  }

  @Override
  public void start() {
    running = true;
    writer = Thread.ofVirtual().name("live-outbox").start(this::write);
  }

  private void write() {
    while (running) {
      try {
        List<LiveEvent> batch = new ArrayList<>();
        batch.add(waiting.take());
        waiting.drainTo(batch, 1000);
        rows.append(new LinkedHashSet<>(batch));
      } catch (InterruptedException stopped) {
        return;
      } catch (DataAccessException | TransactionException unavailable) {
        log.warn("Live events are lost: {}", unavailable.toString());
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    writer.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
