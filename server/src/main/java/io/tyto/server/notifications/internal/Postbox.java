package io.tyto.server.notifications.internal;

import io.tyto.server.notifications.Topic;
import io.tyto.server.pipelines.TaskCameToRest;
import io.tyto.server.platform.jobs.Wakes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes in what happened, in the transaction in which it happened. */
@Component
class Postbox {
  private final MailRows rows;
  private final MailSettings settings;
  private final Wakes wakes;

  Postbox(MailRows rows, MailSettings settings, Wakes wakes) {
    this.rows = rows;
    this.settings = settings;
    this.wakes = wakes;
  }

  @EventListener
  void happened(TaskCameToRest rest) {
    if (settings.configured()) {
      wakes.soon(
          MailTasks.EVENT,
          rows.add(topic(rest.why()), rest.runId(), rest.taskId(), rest.attempt()));
    }
  }

  private static Topic topic(TaskCameToRest.Why why) {
    return switch (why) {
      case APPROVAL -> Topic.APPROVAL;
      case BY_HAND -> Topic.MANUAL;
      case FAILED -> Topic.RUN_FAILED;
      case SECOND_PERSON -> Topic.SECOND_PERSON;
      case NOTICE -> Topic.NOTICE;
    };
  }
}
