package io.tyto.server.alm.internal.sync;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tasks of this module on db-scheduler. A node that dies is taken over by any other. */
@Configuration(proxyBeanMethods = false)
class SyncTasks {
  static final String SYNC = "sync";
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
  private static final int TRIES = 5;
  private static final Duration SWEEP = Duration.ofSeconds(30);

  @Bean
  Task<Void> syncTask(SyncTurn turn, SyncFollower follower) {
    return Tasks.custom(SYNC, Void.class)
        .onFailure(
            new FailureHandler.MaxRetriesFailureHandler<>(
                TRIES,
                new FailureHandler.ExponentialBackoffFailureHandler<>(AFTER_FAILURE),
                (complete, operations) -> {
                  turn.giveUp(complete.getExecution().getId());
                  operations.remove();
                }))
        .onDeadExecutionRevive()
        .execute((instance, context) -> {
          String id = instance.getId();
          turn.take(id, () -> context.getSchedulerState().isShuttingDown());
          follower.follow(id);
          return new CompletionHandler.OnCompleteRemove<>();
        });
  }

  @Bean
  RecurringTask<Void> almSweepTask(SyncSweep sweep) {
    return Tasks.recurring("alm-sweep", FixedDelay.of(SWEEP))
        .execute((instance, context) -> sweep.sweep());
  }
}
