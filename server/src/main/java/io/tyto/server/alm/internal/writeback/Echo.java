package io.tyto.server.alm.internal.writeback;

import io.tyto.server.alm.WriteBacks.WriteBackView.Kind;
import io.tyto.server.alm.internal.Integration;
import io.tyto.server.alm.internal.IntegrationTable;
import io.tyto.server.alm.internal.PublicPages;
import io.tyto.server.alm.internal.writeback.Outbox.Message;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.platform.jobs.Wakes;
import io.tyto.server.stories.StoryProgressed;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts into the outbox what the external system is to hear of a run, in the run's transaction. */
@Component
class Echo {
  private final WorkItems items;
  private final IntegrationTable integrations;
  private final Outbox outbox;
  private final PublicPages pages;
  private final Wakes wakes;
  private final Clock clock;

  Echo(
      WorkItems items,
      IntegrationTable integrations,
      Outbox outbox,
      PublicPages pages,
      Wakes wakes,
      Clock clock) {
    this.items = items;
    this.integrations = integrations;
    this.outbox = outbox;
    this.pages = pages;
    this.wakes = wakes;
    this.clock = clock;
  }

  @EventListener
  void on(StoryProgressed progress) {
    Optional<WorkItemView> found = items.find(progress.workItem());
    if (found.isEmpty()) {
      return;
    }
    WorkItemView item = found.get();
    integrations
        .find(item.id().project(), item.integrationId())
        .ifPresent(integration -> echo(integration, item, progress));
  }

  private void echo(Integration integration, WorkItemView item, StoryProgressed progress) {
    WorkItemId id = item.id();
    if (integration.writeBack().references() && !progress.state().isEmpty()) {
      add(
          integration,
          id,
          new Message(
              Kind.REFERENCE,
              "tyto:" + id.value(),
              progress.runId(),
              "%s in Tyto".formatted(id.value())));
    }
    // Features of the only system so far take no comments; their stories do.
    if (integration.writeBack().comments()
        && !progress.worthTelling().isEmpty()
        && item.type() == WorkItemView.Type.USER_STORY) {
      String link = pages.of(id).map(URI::toString).map(url -> "\n" + url).orElse("");
      add(
          integration,
          id,
          new Message(
              Kind.COMMENT,
              "tyto:" + progress.stepKey(),
              progress.runId(),
              progress.worthTelling() + link));
    }
  }

  /**
   * @return false when the key was there before
   */
  boolean add(Integration integration, WorkItemId item, Message message) {
    boolean added =
        outbox.add(integration, item, message, clock.instant().truncatedTo(ChronoUnit.MICROS));
    if (added) {
      wakes.soon(WriteBackTasks.WRITE_BACK, item.value());
    }
    return added;
  }
}
