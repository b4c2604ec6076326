package io.tyto.server.pipelines.engine;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes through db-scheduler, whose instance id is the id of the run or effect, so that one node at
 * a time works on it. Leases and delays are in its own time, not in business time.
 */
@Component
class SchedulerWake implements Wake {
  static final String RUN = "run";
  static final String EFFECT = "effect";
  private static final Logger LOG = LoggerFactory.getLogger(SchedulerWake.class);

  private static final int ATTEMPTS = 10;

  private final ObjectProvider<SchedulerClient> client;
  private final Clock time;

  /**
   * The scheduler knows the tasks, the tasks know the engine, the engine wakes: hence the provider.
   */
  @Autowired
  SchedulerWake(ObjectProvider<SchedulerClient> client) {
    this(client, new SystemClock());
  }

  SchedulerWake(ObjectProvider<SchedulerClient> client, Clock time) {
    this.client = client;
    this.time = time;
  }

  @Override
  public void run(String runId, Duration in) {
    afterCommit(() -> schedule(RUN, runId, in));
  }

  @Override
  public void effect(String effectId, Duration in) {
    afterCommit(() -> schedule(EFFECT, effectId, in));
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

  /** What is committed stays committed: a wake-up that fails is the sweeper's to repeat. */
  private void schedule(String task, String id, Duration in) {
    try {
      for (int i = 0; i < ATTEMPTS && !scheduled(task, id, in); i++) {
        LOG.trace("{} {} was removed while it was to be rescheduled", task, id);
      }
    } catch (RuntimeException database) {
      LOG.warn("{} {} could not be woken; the sweeper will", task, id, database);
    }
  }

  private boolean scheduled(String task, String id, Duration in) {
    try {
      client
          .getObject()
          .schedule(
              new TaskInstance<Void>(task, id),
              time.now().plus(in),
              ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    } catch (TaskInstanceCurrentlyExecutingException atWork) {
      LOG.trace("{} {} is being worked on and will look once more", task, id);
    } catch (TaskInstanceNotFoundException | ExecutionException changedMeanwhile) {
      return false;
    }
    return true;
  }
}
