package io.tyto.server.audit.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the sealer on one node, for what was recorded by nodes that died before they sealed it. */
@Configuration(proxyBeanMethods = false)
class SealTask {

  @Bean
  RecurringTask<Void> sealAudit(Sealer sealer) {
    return Tasks.recurring("seal-audit", FixedDelay.of(Duration.ofSeconds(10)))
        .execute((instance, context) -> sealer.sealAll());
  }
}
