package io.tyto.server.alm.internal;

import io.tyto.server.connections.Opened;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.stories.DetailReader;
import io.tyto.server.stories.WorkItemView;
import io.tyto.spi.FaultException;
import io.tyto.spi.stories.AlmItem;
import io.tyto.spi.stories.Lookup;
import io.tyto.spi.stories.StorySource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads single items as they are now. */
@Component
public class LiveReader implements DetailReader {
  private final IntegrationTable integrations;
  private final Outside outside;

  LiveReader(IntegrationTable integrations, Outside outside) {
    this.integrations = integrations;
    this.outside = outside;
  }

  @Override
  public Detail read(
      ProjectKey project, String integrationId, WorkItemView.Type type, String externalUuid) {
    Optional<Integration> integration = integrations.find(project, integrationId);
    if (integration.isEmpty()) {
      return new Detail.Unreadable("Its ALM integration was removed.");
    }
    try {
      return switch (find(integration.get(), type, externalUuid)) {
        case Lookup.Found(AlmItem item) -> new Detail.Read(Imported.of(item));
        case Lookup.Absent(String reason) -> new Detail.Unreadable(reason);
      };
    } catch (FaultException e) {
      return new Detail.Unreadable(e.fault().message());
    } catch (Refusal refusal) {
      return new Detail.Unreadable(String.valueOf(refusal.getMessage()));
    }
  }

  /**
   * @throws FaultException when it cannot be told
   * @throws Refusal when no connection can be opened
   */
  public Lookup find(Integration integration, WorkItemView.Type type, String externalUuid) {
    Opened<StorySource<Record>> open = outside.source(integration.spec());
    return open.connector().find(open.connection(), Imported.ref(type, externalUuid));
  }
}
