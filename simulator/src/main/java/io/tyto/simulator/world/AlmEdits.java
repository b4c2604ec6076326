package io.tyto.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What people do in the user interface of Cloud ALM. Nothing of it stands in the ledger, which is
 * about callers of the interfaces.
 */
public final class AlmEdits {
  /** Which change marker a story's move bumps; the public sources do not say. */
  public enum MoveMarks {
    NONE,
    FEATURE,
    TASK,
    BOTH
  }

  private final AlmWorld world;
  private final MoveMarks marks;

  public AlmEdits(AlmWorld world, MoveMarks marks) {
    this.world = world;
    this.marks = marks;
  }

  /** Changes a task and its change marker. */
  public Task change(UUID task, UnaryOperator<Task> change) {
    Instant now = world.clock().instant();
    return world
        .tasks()
        .change(task, before -> change.apply(before).withChanged(now))
        .orElseThrow(() -> new NoSuchElementException("No task " + task));
  }

  /** Changes a feature and its change marker. */
  public Feature changeFeature(UUID feature, UnaryOperator<Feature> change) {
    Instant now = world.clock().instant();
    return world
        .features()
        .change(feature, before -> change.apply(before).edit().modified(now).done())
        .orElseThrow(() -> new NoSuchElementException("No feature " + feature));
  }

  /** Puts a story under these features and no others. */
  public Task move(UUID story, List<UUID> features) {
    for (UUID feature : features) {
      if (world.features().find(feature).isEmpty()) {
        throw new NoSuchElementException("No feature " + feature);
      }
    }
    Instant now = world.clock().instant();
    Set<UUID> touched = new LinkedHashSet<>(features);
    boolean markTask = marks == MoveMarks.TASK || marks == MoveMarks.BOTH;
    Task after =
        world
            .tasks()
            .change(
                story,
                before -> {
                  touched.addAll(before.features());
                  Task moved = before.withFeatures(features);
                  return markTask ? moved.withChanged(now) : moved;
                })
            .orElseThrow(() -> new NoSuchElementException("No task " + story));
    if (marks == MoveMarks.FEATURE || marks == MoveMarks.BOTH) {
      touched.forEach(one -> world.features().change(one, f -> f.edit().modified(now).done()));
    }
    return after;
  }

  public Task addStory(UUID project, String title, List<UUID> features) {
    return new Draft(world, project, TaskType.CALMUS, title)
        .with("description", "<p>" + title + "</p>")
        .under(features.toArray(UUID[]::new))
        .add();
  }

  public Feature addFeature(UUID project, String title) {
    Feature feature =
        new Feature(
            world.newId(),
            world.features().nextNumber(),
            project,
            title,
            null,
            FeatureStatus.CREATED,
            30,
            null,
            null,
            null,
            null,
            List.of(),
            world.clock().instant());
    world.features().add(feature);
    return feature;
  }

  public boolean deleteTask(UUID task) {
    return world.deleteTask(task);
  }

  public boolean deleteFeature(UUID feature) {
    return world.deleteFeature(feature);
  }

  /**
   * Makes random edits in a project: stories are added, renamed, moved and deleted, features
   * renamed. The same seed on the same world does the same; callers at the same moment take turns.
   */
  public void churn(UUID project, long seed, int edits) {
    world.inTurn(() -> edit(project, seed, edits));
  }

  private void edit(UUID project, long seed, int edits) {
    SplittableRandom random = new SplittableRandom(seed);
    List<UUID> features =
        new ArrayList<>(world.features().of(project).stream().map(Feature::uuid).toList());
    List<UUID> stories =
        new ArrayList<>(
            world.tasks().select(project, one -> one.type() == TaskType.CALMUS).stream()
                .map(Task::id)
                .toList());
    for (int i = 0; i < edits; i++) {
      String mark = " #" + seed + "." + i;
      int dice = stories.isEmpty() ? 0 : random.nextInt(10);
      if (dice < 2) {
        stories.add(addStory(project, "Added" + mark, pick(features, random)).id());
      } else if (dice < 4) {
        deleteTask(stories.remove(random.nextInt(stories.size())));
      } else if (dice < 7) {
        change(any(stories, random), one -> one.withTitle("Renamed" + mark));
      } else if (dice < 9 || features.isEmpty()) {
        move(any(stories, random), pick(features, random));
      } else {
        changeFeature(any(features, random), one -> one.edit().title("Renamed" + mark).done());
      }
    }
  }

  private static UUID any(List<UUID> ids, SplittableRandom random) {
    return ids.get(random.nextInt(ids.size()));
  }

  /** None, one or two of the features. */
  private static List<UUID> pick(List<UUID> features, SplittableRandom random) {
    Set<UUID> picked = new LinkedHashSet<>();
    int count = features.isEmpty() ? 0 : random.nextInt(3);
    for (int i = 0; i < count; i++) {
      picked.add(any(features, random));
    }
    return List.copyOf(picked);
  }
}
