package io.tyto.server.alm.internal.writeback;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.tyto.server.platform.jobs.Wakes;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One task a work item, so that what belongs to one item goes out in order and by one node. */
@Configuration(proxyBeanMethods = false)
class WriteBackTasks {
  static final String WRITE_BACK = "write-back";
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
  private static final Duration SWEEP = Duration.ofSeconds(30);

  @Bean
  Task<Void> writeBackTask(WriteBackTurn turn, Outbox outbox, Wakes wakes) {
    return Tasks.custom(WRITE_BACK, Void.class)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
        .onDeadExecutionRevive()
        .execute((instance, context) -> {
          String item = instance.getId();
          Optional<Duration> again = turn.take(item);
          return (complete, operations) -> {
            if (again.isPresent()) {
              operations.reschedule(complete, complete.getTimeDone().plus(again.get()));
              return;
            }
            operations.remove();
            // What came in since the last look found this task at work and did not wake it.
            if (!outbox.open(item).isEmpty()) {
              wakes.soon(WRITE_BACK, item);
            }
          };
        });
  }

  /** Finds what is open and nothing is scheduled for: its wake-up was lost with a process. */
  @Bean
  RecurringTask<Void> writeBackSweepTask(Outbox outbox, Wakes wakes) {
    return Tasks.recurring("write-back-sweep", FixedDelay.of(SWEEP))
        .execute((instance, context) ->
            outbox.itemsWithOpen().forEach(item -> wakes.soon(WRITE_BACK, item)));
  }
}
