package io.tyto.server.stories.internal;

import io.tyto.server.stories.DetailReader;
import io.tyto.server.stories.DetailReader.Detail;
import io.tyto.server.stories.ImportedItem;
import io.tyto.server.stories.WorkItemDetail;
import io.tyto.server.stories.WorkItemView;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Descriptions, read when somebody opens a row: the lists of the external system do not carry them
 * for stories, and reading each at every sync would cost a call an item.
 */
@Component
class Descriptions {
  private final WorkItemEdits edits;
  private final DetailReader reader;
  private final Clock clock;

  Descriptions(WorkItemEdits edits, DetailReader reader, Clock clock) {
    this.edits = edits;
    this.reader = reader;
    this.clock = clock;
  }

  WorkItemDetail open(WorkItemView item) {
    WorkItemEdits.Extras extras = edits.extras(item.id());
    if (item.gone() || !old(extras)) {
      return detail(item, extras, extras.html(), null);
    }
    Detail detail =
        reader.read(item.id().project(), item.integrationId(), item.type(), item.externalUuid());
    return switch (detail) {
      case Detail.Read read -> detail(item, extras, keep(item, read.item()), null);
      case Detail.Unreadable unreadable ->
          detail(item, extras, extras.html(), unreadable.message());
    };
  }

  private String keep(WorkItemView item, ImportedItem read) {
    String html = Objects.requireNonNullElse(read.description(), "");
    edits.describe(item.id(), html, read.changedAt(), clock.instant());
    return html;
  }

  private static boolean old(WorkItemEdits.Extras extras) {
    Instant described = extras.describedAt();
    Instant changed = extras.changedAt();
    return !extras.described()
        || (changed != null && (described == null || described.isBefore(changed)));
  }

  private static WorkItemDetail detail(
      WorkItemView item,
      WorkItemEdits.Extras extras,
      @Nullable String html,
      @Nullable String note) {
    return new WorkItemDetail(
        item,
        html == null || html.isBlank() ? null : DescriptionPolicy.sanitise(html),
        note,
        extras.workstream(),
        extras.tags(),
        extras.startDate(),
        extras.dueDate(),
        extras.changedAt(),
        extras.goneReason());
  }
}
