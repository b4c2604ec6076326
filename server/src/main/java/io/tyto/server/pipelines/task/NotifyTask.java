package io.tyto.server.pipelines.task;

import io.tyto.server.pipelines.approval.People;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.trace.NoticeStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leaves a notice in people's inboxes. */
@Component
class NotifyTask implements TaskRunner {
  private final People people;
  private final NoticeStore notices;

  NotifyTask(People people, NoticeStore notices) {
    this.people = people;
    this.notices = notices;
  }

  @Override
  public String kind() {
    return "notify";
  }

  @Override
  public Step begin(TaskContext context) {
    TaskSpec.Notify spec = context.spec(TaskSpec.Notify.class);
    var receivers = List.copyOf(people.all(context.project(), spec.to()));
    receivers.forEach(user -> notices.add(context.task(), user, spec.text()));
    return new Step.Done("Told %d people.".formatted(receivers.size()));
  }
}
