package io.tyto.connector.cloudalm;

import io.tyto.spi.HttpAnswer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which story stands under which features (facts: Cloud ALM 5).
 *
 * <p>The link lives on the feature side only, as {@code toTaskAssignments}. It is not documented
 * whether an assignment's uuid is the task's or the row's, so it is tried: when no assigned uuid
 * can be read as a task, stories are asked for their {@code featureAssignments}, and where that
 * path does not exist, matched by title.
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
  private final Map<String, List<Wire.Assignment>> byFeature = new HashMap<>();
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
   * Takes in a feature's assignments, in place of those it had.
   *
   * @return the assigned stories' uuids; null where assignments do not tell them
   */
  @Nullable List<String> put(Wire.Feature feature) {
    replace(feature.key(), feature.assignments());
    return needsAllStories() ? null : tasks(feature.assignments());
  }

  /**
   * Stories that come or go when a feature has these assignments now; nothing is taken in. Empty
   * where assignments do not tell stories.
   */
  Set<String> moved(String feature, List<Wire.Assignment> now) {
    if (mode != Mode.BY_TASK_ID) {
      return Set.of();
    }
    List<Wire.Assignment> told = byFeature.getOrDefault(feature, List.of());
    if (alike(told, now)) {
      return Set.of();
    }
    Set<String> before = new HashSet<>(tasks(told));
    Set<String> moved = new HashSet<>(tasks(now));
    Set<String> stay = new HashSet<>(before);
    stay.retainAll(moved);
    moved.addAll(before);
    moved.removeAll(stay);
    return moved;
  }

  /** Mostly the service tells them again in the same order. */
  private static boolean alike(List<Wire.Assignment> told, List<Wire.Assignment> now) {
    if (told.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!Objects.equals(told.get(i).uuid(), now.get(i).uuid())) {
        return false;
      }
    }
    return true;
  }

  void replace(String feature, List<Wire.Assignment> now) {
    List<Wire.Assignment> before = byFeature.put(feature, now);
    if (before != null) {
      for (Wire.Assignment gone : before) {
        part(byTask, gone.uuid(), feature);
        part(byTitle, gone.title(), feature);
      }
    }
    for (Wire.Assignment assignment : now) {
      join(byTask, assignment.uuid(), feature);
      if (mode != Mode.BY_TASK_ID) {
        join(byTitle, assignment.title(), feature);
        titled &= assignment.title() != null;
      }
    }
  }

  /** Features taken in so far. */
  Set<String> features() {
    return Set.copyOf(byFeature.keySet());
  }

  private static List<String> tasks(List<Wire.Assignment> assignments) {
    return assignments.stream()
        .map(Wire.Assignment::uuid)
        .filter(id -> id != null)
        .distinct()
        .toList();
  }

  /** Whether changed stories alone do not show every change of parents. */
  boolean needsAllStories() {
    return mode == Mode.BY_STORY || mode == Mode.BY_TITLE;
  }

  /** Uuids of the features a story stands under; may call. Thread-safe once features are in. */
  List<String> parents(Wire.Task story) {
    return switch (mode) {
      case UNKNOWN -> List.of();
      case BY_TASK_ID -> byTask.getOrDefault(story.key(), List.of());
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
    return byTitle.getOrDefault(story.title(), List.of());
  }

  /** Asks a story for its features; empty when older versions do not know the path. */
  static Optional<List<String>> ask(Client client, String story) {
    Optional<HttpAnswer> answer = client.find(Api.task(story) + "/featureAssignments");
    return answer.map(found ->
        Wire.list(found, Wire.FeatureAssignment.class).stream()
            .map(Wire.FeatureAssignment::featureId)
            .filter(id -> id != null)
            .distinct()
            .toList());
  }

  private static void part(
      Map<String, List<String>> parents, @Nullable String key, String feature) {
    List<String> features = key == null ? null : parents.get(key);
    if (key != null && features != null && features.contains(feature)) {
      parents.put(key, features.stream().filter(one -> !one.equals(feature)).toList());
    }
  }

  /** Nearly all stories stand under one feature: lists of one, and unchangeable. */
  private static void join(
      Map<String, List<String>> parents, @Nullable String key, String feature) {
    if (key == null) {
      return;
    }
    List<String> features = parents.putIfAbsent(key, List.of(feature));
    if (features != null && !features.contains(feature)) {
      parents.put(key, Stream.concat(features.stream(), Stream.of(feature)).toList());
    }
  }
}
