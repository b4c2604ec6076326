package io.tyto.simulator.world;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Everything a Cloud ALM tenant holds. New ids come from a seed, so that a world can be repeated.
 */
public final class AlmWorld {
  private final Clock clock;
  private final SplittableRandom random;
  private final List<Project> projects = new ArrayList<>();
  private final Tasks tasks = new Tasks();
  private final Features features = new Features();
  private final Notes notes = new Notes();
  private final Catalog catalog = new Catalog();
  private final Object turn = new Object();
  private long lastEtag;

  public AlmWorld(Clock clock, long seed) {
    this.clock = clock;
    this.random = new SplittableRandom(seed);
  }

  public Clock clock() {
    return clock;
  }

  public Tasks tasks() {
    return tasks;
  }

  public Features features() {
    return features;
  }

  public Notes notes() {
    return notes;
  }

  public Catalog catalog() {
    return catalog;
  }

  /** Does this while nobody else has a turn: for edits that go on from what they have just read. */
  void inTurn(Runnable edits) {
    synchronized (turn) {
      edits.run();
    }
  }

  /** The next id of the seed, shaped as a random uuid. */
  public synchronized UUID newId() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  public synchronized List<Project> projects() {
    return List.copyOf(projects);
  }

  public synchronized Optional<Project> project(UUID id) {
    return projects.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  public synchronized Optional<Project> projectNamed(String name) {
    return projects.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  public synchronized Project add(Project project) {
    projects.add(project);
    return project;
  }

  /** A new visible project of this name. */
  public Project newProject(String name, Project.Visibility visibility) {
    return add(
        new Project(newId(), name, false, visibility, "ONTRK", newId(), null, null, newEtag()));
  }

  public synchronized Optional<Project> change(UUID id, UnaryOperator<Project> change) {
    for (int i = 0; i < projects.size(); i++) {
      if (projects.get(i).id().equals(id)) {
        projects.set(i, change.apply(projects.get(i)));
        return Optional.of(projects.get(i));
      }
    }
    return Optional.empty();
  }

  /** Epoch milliseconds, and never the same twice. */
  public synchronized String newEtag() {
    lastEtag = Math.max(lastEtag + 1, clock.millis());
    return String.valueOf(lastEtag);
  }

  /** This task with the next display number; taken when everything else is checked. */
  public Task numbered(Task task) {
    return new Task(
        task.id(),
        tasks.nextNumber(),
        task.projectId(),
        task.type(),
        task.title(),
        task.status(),
        task.priority(),
        task.created(),
        task.changed(),
        task.more(),
        task.features());
  }

  /** This feature with the next display number. */
  public Feature numbered(Feature feature) {
    return feature.numbered(features.nextNumber());
  }

  public boolean deleteTask(UUID id) {
    notes.dropTask(id);
    return tasks.remove(id);
  }

  public boolean deleteFeature(UUID id) {
    notes.dropFeature(id);
    for (Task task : tasks.of(id)) {
      tasks.change(
          task.id(),
          before ->
              before.withFeatures(
                  before.features().stream().filter(one -> !one.equals(id)).toList()));
    }
    return features.remove(id);
  }
}
