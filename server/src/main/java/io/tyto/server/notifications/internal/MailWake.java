package io.tyto.server.notifications.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SystemClock;
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

/** Wakes db-scheduler's tasks after the commit; what is lost with its process the sweep finds. */
@Component
class MailWake {
  static final String EVENT = "notification";
  static final String MAIL = "mail";
  private static final Logger LOG = LoggerFactory.getLogger(MailWake.class);

  private final ObjectProvider<SchedulerClient> client;
  private final TransactionTemplate apart;
  private final SystemClock time = new SystemClock();

  /** The scheduler knows the tasks, the tasks wake: hence the provider. */
  MailWake(ObjectProvider<SchedulerClient> client, PlatformTransactionManager transactions) {
    this.client = client;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  void event(String id) {
    afterCommit(() -> schedule(EVENT, id));
  }

  /** Unless it is scheduled already: a pause between two attempts is kept. */
  void mail(String id) {
    afterCommit(() -> schedule(MAIL, id));
  }

  private void schedule(String task, String id) {
    try {
      apart.executeWithoutResult(status ->
          client
              .getObject()
              .schedule(
                  new TaskInstance<Void>(task, id),
                  time.now(),
                  ScheduleOptions.WHEN_EXISTS_DO_NOTHING));
    } catch (RuntimeException database) {
      // What is committed stays committed; mails never stop what they are about.
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
