package io.tyto.server.platform.jobs;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes db-scheduler's tasks once the rows they work on are committed. The rows are the truth: a
 * wake-up that fails, or is lost with its process, is not told to whoever asked, whose change stays
 * committed; every user of this class has a sweep that finds what nothing is scheduled for. Delays
 * are in the scheduler's own time, not in business time.
 */
@Component
public class Wakes {
  private static final Logger LOG = LoggerFactory.getLogger(Wakes.class);
  private static final int ATTEMPTS = 10;

  private final ObjectProvider<SchedulerClient> client;
  private final DataSource database;
  private final Clock time;

  /** The scheduler knows the tasks, the tasks wake: hence the provider. */
  @Autowired
  Wakes(ObjectProvider<SchedulerClient> client, DataSource database) {
    this(client, database, new SystemClock());
  }

  public Wakes(ObjectProvider<SchedulerClient> client, DataSource database, Clock time) {
    this.client = client;
    this.database = database;
    this.time = time;
  }

  /** Soon, unless it is scheduled already: a pause that it gave itself is kept. */
  public void soon(String task, String id) {
    afterCommit(() -> schedule(task, id, Duration.ZERO, ScheduleOptions.WHEN_EXISTS_DO_NOTHING));
  }

  /** After the delay, also if it is scheduled for another time; one at work is left alone. */
  public void in(Duration delay, String task, String id) {
    afterCommit(() -> schedule(task, id, delay, ScheduleOptions.WHEN_EXISTS_RESCHEDULE));
  }

  private void afterCommit(Runnable action) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      action.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            commitEachStatement();
            action.run();
          }
        });
  }

  /**
   * After the commit its connection is still bound, and still without autocommit: a wake-up on it
   * would be seen only when the connection goes back, after the scheduler looked for it, and one
   * that meets another's row would spoil all after it.
   */
  private void commitEachStatement() {
    if (TransactionSynchronizationManager.getResource(database) instanceof ConnectionHolder bound) {
      try {
        bound.getConnection().setAutoCommit(true);
      } catch (SQLException away) {
        LOG.debug("The wake-up says in a moment what is wrong with the connection", away);
      }
    }
  }

  private void schedule(String task, String id, Duration in, ScheduleOptions whenExists) {
    try {
      for (int i = 0; i < ATTEMPTS && !scheduled(task, id, in, whenExists); i++) {
        LOG.trace("{} {} was removed while it was to be rescheduled", task, id);
      }
    } catch (RuntimeException failed) {
      LOG.warn("{} {} could not be woken; the sweep will", task, id, failed);
    }
  }

  private boolean scheduled(String task, String id, Duration in, ScheduleOptions whenExists) {
    try {
      client
          .getObject()
          .schedule(new TaskInstance<Void>(task, id), time.now().plus(in), whenExists);
    } catch (TaskInstanceCurrentlyExecutingException atWork) {
      LOG.trace("{} {} is at work and looks once more when it ends", task, id);
    } catch (TaskInstanceNotFoundException | ExecutionException changedMeanwhile) {
      return false;
    }
    return true;
  }
}
