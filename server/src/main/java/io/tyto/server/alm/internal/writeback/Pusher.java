package io.tyto.server.alm.internal.writeback;

import io.tyto.server.alm.internal.Imported;
import io.tyto.server.alm.internal.Integration;
import io.tyto.server.alm.internal.Outside;
import io.tyto.server.alm.internal.PublicPages;
import io.tyto.server.alm.internal.writeback.Outbox.Entry;
import io.tyto.server.connections.Opened;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.stories.WorkItemView;
import io.tyto.spi.FaultException;
import io.tyto.spi.stories.ItemRef;
import io.tyto.spi.stories.Push;
import io.tyto.spi.stories.StorySink;
import io.tyto.spi.stories.StoryUpdate;
import java.net.URI;
import org.springframework.stereotype.Component;

/**
 * Turns one entry of the outbox into an update. Repeating is safe: the sink looks before it writes.
 */
@Component
class Pusher {
  private final Outside outside;
  private final PublicPages pages;

  Pusher(Outside outside, PublicPages pages) {
    this.outside = outside;
    this.pages = pages;
  }

  /**
   * @throws FaultException when it is not known whether it was written
   * @throws Refusal when no connection can be opened
   */
  Push push(Integration integration, WorkItemView item, Entry entry) {
    Opened<StorySink<Record>> open = outside.sink(integration.spec());
    ItemRef ref = Imported.ref(item.type(), item.externalUuid());
    return switch (entry.kind()) {
      case REFERENCE -> reference(open, ref, entry);
      case COMMENT -> push(open, new StoryUpdate.Comment(ref, entry.key(), entry.content()));
      case STATUS -> push(open, new StoryUpdate.StatusChange(ref, entry.content()));
    };
  }

  /** Without an https address: a reference without link, or a comment where that is refused. */
  private Push reference(Opened<StorySink<Record>> open, ItemRef ref, Entry entry) {
    URI page = pages.of(entry.workItem()).orElse(null);
    Push pushed = push(open, new StoryUpdate.Reference(ref, entry.key(), entry.content(), page));
    if (page != null) {
      return pushed;
    }
    Push plain =
        pushed instanceof Push.Refused
            ? push(open, new StoryUpdate.Comment(ref, entry.key(), entry.content()))
            : pushed;
    return plain instanceof Push.Written(String message)
        ? new Push.Written(message + " " + pages.withoutLink())
        : plain;
  }

  private static Push push(Opened<StorySink<Record>> open, StoryUpdate update) {
    return open.connector().push(open.connection(), update);
  }
}
