package io.tyto.server.pipelines.engine;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.tyto.server.pipelines.run.RunStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The engine's tasks on db-scheduler. A node that dies is taken over by any other. What a task
 * needs is made when it first runs: the scheduler starts before anything else.
 */
@Configuration(proxyBeanMethods = false)
class EngineTasks {
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration SWEEP = Duration.ofSeconds(10);

  /** Looks once more after a turn during which somebody wanted something. */
  @Bean
  Task<Void> runTask(ObjectProvider<RunTurn> turn, RunStore runs, Wake wake, Clock clock) {
    return Tasks.custom(SchedulerWake.RUN, Void.class)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
        .onDeadExecutionRevive()
        .execute((instance, context) -> {
          String id = instance.getId();
          try (MDC.MDCCloseable run = MDC.putCloseable("run", id)) {
            long wanted = runs.wanted(id);
            Optional<Instant> at = turn.getObject().take(id);
            return rest(id, wanted, at.map(then -> until(clock, then)), runs, wake);
          }
        });
  }

  private static CompletionHandler<Void> rest(
      String id, long wanted, Optional<Duration> in, RunStore runs, Wake wake) {
    return (complete, operations) -> {
      if (in.isPresent()) {
        operations.reschedule(complete, complete.getTimeDone().plus(in.get()));
      } else {
        operations.remove();
      }
      if (runs.wanted(id) != wanted) {
        wake.run(id);
      }
    };
  }

  private static Duration until(Clock clock, Instant then) {
    Duration in = Duration.between(clock.instant(), then);
    return in.isNegative() ? Duration.ZERO : in;
  }

  @Bean
  Task<Void> effectTask(ObjectProvider<EffectTurn> turn) {
    return Tasks.custom(SchedulerWake.EFFECT, Void.class)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
        .onDeadExecutionRevive()
        .execute((instance, context) -> {
          String id = instance.getId();
          Optional<Duration> again = turn.getObject().take(id);
          return (complete, operations) -> {
            if (again.isPresent()) {
              operations.reschedule(complete, complete.getTimeDone().plus(again.get()));
            } else {
              operations.remove();
            }
          };
        });
  }

  @Bean
  RecurringTask<Void> housekeepingTask(Sweeper sweeper) {
    return Tasks.recurring("housekeeping", FixedDelay.of(SWEEP))
        .execute((instance, context) -> sweeper.sweep());
  }
}
