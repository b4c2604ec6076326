package io.tyto.server.alm.internal;

import io.tyto.server.stories.ImportedItem;
import io.tyto.server.stories.WorkItemView;
import io.tyto.spi.stories.AlmItem;
import io.tyto.spi.stories.ItemRef;
import io.tyto.spi.stories.ItemType;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Turns items of the SPI into what work items are made of. */
public final class Imported {
  private static final int DESCRIPTION_MOST = 500_000;

  private Imported() {}

  public static ImportedItem of(AlmItem item) {
    URI url = item.url();
    return new ImportedItem(
        item.ref().uuid(),
        item.displayId(),
        url == null ? null : url.toString(),
        type(item.ref().type()),
        item.title(),
        new WorkItemView.Status(item.status().code(), item.status().label()),
        item.status().phase().name(),
        item.priority(),
        item.assignee(),
        item.release(),
        item.workstream(),
        item.tags(),
        item.startDate(),
        item.dueDate(),
        item.changedAt(),
        capped(item.description()),
        item.parents(),
        item.assigned());
  }

  public static ItemRef ref(WorkItemView.Type type, String uuid) {
    ItemType external =
        switch (type) {
          case FEATURE -> ItemType.FEATURE;
          case USER_STORY -> ItemType.USER_STORY;
        };
    return new ItemRef(external, uuid);
  }

  private static WorkItemView.Type type(ItemType type) {
    return switch (type) {
      case FEATURE -> WorkItemView.Type.FEATURE;
      case USER_STORY -> WorkItemView.Type.USER_STORY;
    };
  }

  /** Pasted pictures make some descriptions huge; they are not shown anyway. */
  private static @Nullable String capped(@Nullable String html) {
    return html == null || html.length() <= DESCRIPTION_MOST
        ? html
        : html.substring(0, DESCRIPTION_MOST) + " […]";
  }
}
