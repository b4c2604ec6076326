package io.tyto.connector.cloudalm;

import io.tyto.spi.HttpAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which story stands under which features (facts: Cloud ALM 5).
 *
 * <p>The link lives on the feature side only, as {@code toTaskAssignments}. It is not documented
 * whether an assignment's uuid is the task's or the row's, so it is tried: when no assigned uuid can
 * be read as a task, stories are asked for their {@code featureAssignments}, and where that path does
 * not exist, matched by title.
 */
final class Links {
  private static final int TRIES = 3;

  private enum Mode {
    UNKNOWN,
    BY_TASK_ID,
    BY_STORY,
    BY_TITLE
  }

  private final Client client;
  private final Map<String, List<String>> byTask = new HashMap<>();
  private final Map<String, List<String>> byTitle = new HashMap<>();
  private volatile Mode mode = Mode.UNKNOWN;
  private boolean titled = true;

  Links(Client client) {
    this.client = client;
  }

  /** Finds out, once, what an assignment's uuid names. */
  void settle(List<Wire.Feature> features) {
    if (mode != Mode.UNKNOWN) {
      return;
    }
    List<String> assigned =
        features.stream()
            .flatMap(feature -> feature.assignments().stream())
            .map(Wire.Assignment::uuid)
            .filter(uuid -> uuid != null)
            .limit(TRIES)
            .toList();
    if (!assigned.isEmpty()) {
      boolean tasks = assigned.stream().anyMatch(uuid -> client.find(Api.task(uuid)).isPresent());
      mode = tasks ? Mode.BY_TASK_ID : Mode.BY_STORY;
    }
  }

  /**
   * Takes in a feature's assignments.
   *
   * @return the assigned stories' uuids; empty where assignments do not tell them
   */
  List<String> add(Wire.Feature feature) {
    List<Wire.Assignment> assignments = feature.assignments();
    for (Wire.Assignment assignment : assignments) {
      join(byTask, assignment.uuid(), feature.key());
      join(byTitle, assignment.title(), feature.key());
      titled &= assignment.title() != null;
    }
    return mode == Mode.BY_TASK_ID
        ? assignments.stream().map(Wire.Assignment::uuid).filter(id -> id != null).distinct().toList()
        : List.of();
  }

  /**
   * Takes in a feature that changed while others were read.
   *
   * @return stories whose parents are not what they were
   */
  Set<String> replace(Wire.Feature feature) {
    Set<String> touched = new HashSet<>();
    byTask.forEach(
        (task, parents) -> {
          if (parents.remove(feature.key())) {
            touched.add(task);
          }
        });
    byTitle.values().forEach(parents -> parents.remove(feature.key()));
    for (String now : add(feature)) {
      if (!touched.remove(now)) {
        touched.add(now);
      }
    }
    return mode == Mode.BY_TASK_ID ? touched : Set.of();
  }

  /** Whether changed stories alone do not show every change of parents. */
  boolean needsAllStories() {
    return mode == Mode.BY_STORY || mode == Mode.BY_TITLE;
  }

  /** Uuids of the features a story stands under; may call. Thread-safe once features are in. */
  List<String> parents(Wire.Task story) {
    return switch (mode) {
      case UNKNOWN -> List.of();
      case BY_TASK_ID -> List.copyOf(byTask.getOrDefault(story.key(), List.of()));
      case BY_STORY -> asked(story);
      case BY_TITLE -> matched(story);
    };
  }

  private List<String> asked(Wire.Task story) {
    if (titled && !byTitle.containsKey(story.title())) {
      // Every assignment tells its title and none has this story's: no need to ask.
      return List.of();
    }
    Optional<List<String>> parents = ask(client, story.key());
    if (parents.isEmpty() && client.find(Api.task(story.key())).isPresent()) {
      mode = Mode.BY_TITLE;
      return matched(story);
    }
    return parents.orElse(List.of());
  }

  private List<String> matched(Wire.Task story) {
    return List.copyOf(byTitle.getOrDefault(story.title(), List.of()));
  }

  /** Asks a story for its features; empty when older versions do not know the path. */
  static Optional<List<String>> ask(Client client, String story) {
    Optional<HttpAnswer> answer = client.find(Api.task(story) + "/featureAssignments");
    return answer.map(
        found ->
            Wire.list(found, Wire.FeatureAssignment.class).stream()
                .map(Wire.FeatureAssignment::featureId)
                .filter(id -> id != null)
                .distinct()
                .toList());
  }

  private static void join(
      Map<String, List<String>> parents, @Nullable String key, String feature) {
    if (key != null) {
      List<String> features = parents.computeIfAbsent(key, any -> new ArrayList<>(1));
      if (!features.contains(feature)) {
        features.add(feature);
      }
    }
  }
}
