package io.tyto.connector.cloudalm;

import io.tyto.spi.stories.AlmItem;
import io.tyto.spi.stories.ItemRef;
import io.tyto.spi.stories.ItemType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns rows of the wire into items. */
final class Items {

  static AlmItem feature(
      CloudAlmSettings settings, Wire.Feature row, @Nullable List<String> assigned) {
    Wire.Named status = row.toStatus();
    return new AlmItem(
        new ItemRef(ItemType.FEATURE, row.key()),
        row.displayId(),
        title(row.title()),
        row.description(),
        Statuses.of(ItemType.FEATURE, row.statusCode(), status == null ? null : status.name()),
        row.priorityCode(),
        row.responsibleId(),
        name(row.toRelease(), null),
        name(row.toWorkstream(), row.workstreamId()),
        tags(row.tags()),
        null,
        null,
        List.of(),
        assigned,
        Addresses.feature(settings, row.key()),
        Times.instant(row.modifiedAt()),
        Boolean.TRUE.equals(row.obsolete()));
  }

  /**
   * The form of a link to a single task is not known, so a story has none (facts: Cloud ALM 1.4).
   */
  static AlmItem story(Wire.Task row, List<String> parents) {
    return new AlmItem(
        new ItemRef(ItemType.USER_STORY, row.key()),
        row.displayId(),
        title(row.title()),
        row.description(),
        Statuses.of(ItemType.USER_STORY, row.status(), null),
        row.priorityId(),
        row.assigneeId() == null ? row.assigneeName() : row.assigneeId(),
        null,
        row.workstream(),
        tags(row.tags()),
        Times.date(row.startDate()),
        Times.date(row.dueDate()),
        parents,
        List.of(),
        null,
        Times.instant(row.lastChangedTimestamp()),
        Boolean.TRUE.equals(row.obsolete()));
  }

  private static String title(@Nullable String title) {
    return title == null ? "" : title;
  }

  private static @Nullable String name(Wire.@Nullable Named named, @Nullable String otherwise) {
    return named == null || named.name() == null ? otherwise : named.name();
  }

  /** The shape of tags is not known: texts, objects with a name, or one text with commas. */
  private static List<String> tags(@Nullable JsonNode tags) {
    if (tags == null || tags.isNull()) {
      return List.of();
    }
    Stream<String> texts =
        tags.isArray()
            ? tags.valueStream().map(Items::tag)
            : Stream.of(tags.asString("").split(","));
    return texts.map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
  }

  private static String tag(JsonNode tag) {
    JsonNode named = tag.isObject() ? tag.path("name") : tag;
    return named.isValueNode() && !named.isNull() ? named.asString() : "";
  }

  private Items() {}
}
