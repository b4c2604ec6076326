package io.tyto.server.alm.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wakes db-scheduler's tasks once the rows they work on are committed. A wake-up that is lost with
 * its process is found by the sweep: the rows are the truth.
 */
@Component
public class Wakes {
  public static final String SYNC = "sync";
  public static final String WRITE_BACK = "write-back";
  private static final Logger LOG = LoggerFactory.getLogger(Wakes.class);

  private final ObjectProvider<SchedulerClient> client;
  private final TransactionTemplate apart;
  private final SystemClock time = new SystemClock();

  /** The scheduler knows the tasks, the tasks wake: hence the provider. */
  Wakes(ObjectProvider<SchedulerClient> client, PlatformTransactionManager transactions) {
    this.client = client;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  public void sync(String syncId) {
    afterCommit(() -> schedule(SYNC, syncId, ScheduleOptions.WHEN_EXISTS_DO_NOTHING));
  }

  /** Unless it is scheduled already: a pause that the other side asked for is kept. */
  public void writeBack(String workItem) {
    afterCommit(() -> schedule(WRITE_BACK, workItem, ScheduleOptions.WHEN_EXISTS_DO_NOTHING));
  }

  private void schedule(String task, String id, ScheduleOptions whenExists) {
    try {
      // A callback after commit still sees the old transaction; only a new one is committed.
      apart.executeWithoutResult(status ->
          client.getObject().schedule(new TaskInstance<Void>(task, id), time.now(), whenExists));
    } catch (TaskInstanceCurrentlyExecutingException atWork) {
      LOG.trace("{} {} is at work and looks once more when it ends", task, id);
    } catch (RuntimeException database) {
      // What is committed stays committed: whoever asked for it is not told that it failed.
      LOG.warn("{} {} could not be woken; the sweep will", task, id, database);
    }
  }

  private static void afterCommit(Runnable action) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      action.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            action.run();
          }
        });
  }
}
