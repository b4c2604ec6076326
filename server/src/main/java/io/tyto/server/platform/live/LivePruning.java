package io.tyto.server.platform.live;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets old hints. */
@Configuration(proxyBeanMethods = false)
class LivePruning {

  @Bean
  RecurringTask<Void> pruneLiveEvents(LiveRows rows) {
    return Tasks.recurring("housekeeping-live-events", FixedDelay.of(Duration.ofMinutes(10)))
        .execute((instance, context) -> rows.prune());
  }
}
