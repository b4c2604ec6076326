package io.tyto.server.pipelines.promotion;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.projects.Projects;
import io.tyto.server.stories.StatusReached;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Promotes by itself, where the project wants it, when a feature gets into test or a user story is
 * done. It starts runs and never releases a wait, so that Production stays a person's press.
 */
@Component
class AutomaticPromotion {
  private static final String NAME = "automatic-promotion";

  private final Promotions promotions;
  private final Projects projects;
  private final WorkItems items;
  private final AuditTrail audit;
  private final TransactionTemplate tx;

  AutomaticPromotion(
      Promotions promotions,
      Projects projects,
      WorkItems items,
      AuditTrail audit,
      TransactionTemplate tx) {
    this.promotions = promotions;
    this.projects = projects;
    this.items = items;
    this.audit = audit;
    this.tx = tx;
  }

  /** Asked again at its turn: meanwhile the project may have switched it off. */
  private void promote(WorkItemId item) {
    if (!wanted(projects, item)) {
      return;
    }
    try {
      promotions.start(Promotions.Order.of(item), Actor.SYSTEM);
    } catch (Refusal refused) {
      tx.executeWithoutResult(status ->
          audit.record(
              Actor.SYSTEM,
              new Audited.Entry(
                  item.project(),
                  "automatic-promotion-refused",
                  "work-item/" + item.value(),
                  Map.of(
                      "code", refused.code().code(),
                      "reason", String.valueOf(refused.getMessage())))));
    }
  }

  private boolean fits(WorkItemId item, String phase) {
    return items
        .find(item)
        .filter(found -> {
          boolean feature = found.type() == WorkItemView.Type.FEATURE;
          return phase.equals(feature ? "IN_TEST" : "DONE");
        })
        .isPresent();
  }

  private static boolean wanted(Projects projects, WorkItemId item) {
    return projects.get(item.project()).settings().automaticPromotion();
  }

  /** Notes in the sync's transaction what is to be promoted after it. */
  @Component
  static class Listener {
    private final Projects projects;
    private final ObjectProvider<AutomaticPromotion> automatic;
    private final ObjectProvider<SchedulerClient> client;
    private final SystemClock time = new SystemClock();

    Listener(
        Projects projects,
        ObjectProvider<AutomaticPromotion> automatic,
        ObjectProvider<SchedulerClient> client) {
      this.projects = projects;
      this.automatic = automatic;
      this.client = client;
    }

    @EventListener
    void on(StatusReached reached) {
      WorkItemId item = reached.workItem();
      if (wanted(projects, item) && automatic.getObject().fits(item, reached.phase())) {
        client
            .getObject()
            .scheduleIfNotExists(new TaskInstance<Void>(NAME, item.value()), time.now());
      }
    }
  }

  /** The task as the scheduler knows it. */
  @Configuration(proxyBeanMethods = false)
  static class Registration {

    @Bean
    Task<Void> automaticPromotionTask(ObjectProvider<AutomaticPromotion> automatic) {
      return Tasks.oneTime(NAME, Void.class)
          .onDeadExecutionRevive()
          .execute((instance, context) ->
              automatic.getObject().promote(new WorkItemId(instance.getId())));
    }
  }
}
