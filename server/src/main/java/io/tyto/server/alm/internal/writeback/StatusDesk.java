package io.tyto.server.alm.internal.writeback;

import io.tyto.server.alm.WriteBacks.WriteBackView;
import io.tyto.server.alm.internal.Integration;
import io.tyto.server.alm.internal.IntegrationTable;
import io.tyto.server.alm.internal.LiveReader;
import io.tyto.server.alm.internal.writeback.Outbox.Message;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.StatusWriter;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import io.tyto.spi.FaultException;
import io.tyto.spi.stories.AlmItem;
import io.tyto.spi.stories.Lookup;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Statuses of the external system: asked for through the outbox, read live. */
@Component
class StatusDesk implements StatusWriter {
  private final WorkItems items;
  private final IntegrationTable integrations;
  private final Outbox outbox;
  private final Echo echo;
  private final LiveReader reader;

  StatusDesk(
      WorkItems items, IntegrationTable integrations, Outbox outbox, Echo echo, LiveReader reader) {
    this.items = items;
    this.integrations = integrations;
    this.outbox = outbox;
    this.echo = echo;
    this.reader = reader;
  }

  @Override
  public boolean requestStatus(WorkItemId item, String label, String key) {
    Optional<Integration> integration = integration(items.get(item));
    if (integration.isEmpty() || !integration.get().writeBack().status()) {
      return false;
    }
    echo.add(integration.get(), item, new Message(WriteBackView.Kind.STATUS, key, null, label));
    return true;
  }

  @Override
  public Optional<String> outcome(String key) {
    return outbox.status(key).flatMap(StatusDesk::outcome);
  }

  private static Optional<String> outcome(WriteBackView row) {
    String message = String.valueOf(row.message());
    return switch (row.state()) {
      case WAITING -> Optional.empty();
      case WRITTEN -> Optional.of(message);
      case REFUSED, GIVEN_UP -> Optional.of("Warning: " + message);
    };
  }

  @Override
  public LiveStatus readStatus(WorkItemId id) {
    WorkItemView item = items.get(id);
    Optional<Integration> integration = integration(item);
    if (integration.isEmpty()) {
      return new LiveStatus.Gone("Its ALM integration was removed.");
    }
    try {
      return switch (reader.find(integration.get(), item.type(), item.externalUuid())) {
        case Lookup.Found(AlmItem now) ->
            new LiveStatus.Known(
                new WorkItemView.Status(now.status().code(), now.status().label()),
                now.status().phase().name(),
                integration.get().statusGates());
        case Lookup.Absent(String reason) -> new LiveStatus.Gone(reason);
      };
    } catch (FaultException e) {
      return new LiveStatus.Unreadable(e.fault().message());
    } catch (Refusal refusal) {
      return new LiveStatus.Unreadable(String.valueOf(refusal.getMessage()));
    }
  }

  private Optional<Integration> integration(WorkItemView item) {
    return integrations.find(item.id().project(), item.integrationId());
  }
}
