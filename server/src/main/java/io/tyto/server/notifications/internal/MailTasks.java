package io.tyto.server.notifications.internal;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.tyto.server.platform.jobs.Wakes;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One task an event, which writes the mails; one a mail, which sends it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailTasks {
  static final String EVENT = "notification";
  static final String MAIL = "mail";
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
  private static final Duration SWEEP = Duration.ofSeconds(30);

  @Bean
  Task<Void> notificationTask(Post post, MailRows rows, Wakes wakes) {
    return Tasks.oneTime(EVENT, Void.class)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
        .execute((instance, context) -> {
          post.spread(instance.getId());
          rows.mailsOf(instance.getId()).forEach(mail -> wakes.soon(MAIL, mail));
        });
  }

  @Bean
  Task<Void> mailTask(Post post) {
    return Tasks.custom(MAIL, Void.class)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
        .onDeadExecutionRevive()
        .execute((instance, context) -> {
          Optional<Duration> again = post.send(instance.getId());
          return (complete, operations) -> {
            if (again.isPresent()) {
              operations.reschedule(complete, complete.getTimeDone().plus(again.get()));
            } else {
              operations.remove();
            }
          };
        });
  }

  /** Finds what is open and nothing is scheduled for. */
  @Bean
  RecurringTask<Void> mailSweepTask(MailRows rows, MailSettings settings, Wakes wakes) {
    return Tasks.recurring("mail-sweep", FixedDelay.of(SWEEP))
        .execute((instance, context) -> {
          if (settings.configured()) {
            rows.openEvents().forEach(event -> wakes.soon(EVENT, event));
            rows.openMails().forEach(mail -> wakes.soon(MAIL, mail));
          }
        });
  }
}
