package io.tyto.server.pipelines.validation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Carries validations out in the background; one that its node did not finish starts again. */
@Component
class ValidationTask {
  private static final String NAME = "validation";
  private final ObjectProvider<SchedulerClient> client;
  private final SystemClock time = new SystemClock();

  ValidationTask(ObjectProvider<SchedulerClient> client) {
    this.client = client;
  }

  void schedule(String id) {
    client.getObject().scheduleIfNotExists(new TaskInstance<Void>(NAME, id), time.now());
  }

  /** The task as the scheduler knows it. */
  @Configuration(proxyBeanMethods = false)
  static class Registration {

    @Bean
    Task<Void> validationTask(ValidationWork work) {
      return Tasks.oneTime(NAME, Void.class)
          .onDeadExecutionRevive()
          .execute((instance, context) -> work.carryOut(instance.getId()));
    }
  }
}
