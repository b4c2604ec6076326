package io.tyto.simulator.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The short lists that projects and features refer to. */
public final class Catalog {
  /** A release of a deployment plan; the feature knows it by uuid. */
  public record Release(
      UUID uuid, UUID planId, String name, LocalDate start, LocalDate end, boolean closed) {}

  /** The releases of one product line. */
  public record DeploymentPlan(UUID id, String name, String description, String etag) {}

  /** A workstream, known to the whole tenant by a short code. */
  public record Workstream(String id, String name, boolean custom) {}

  /** A process scope of a project. */
  public record Scope(UUID uuid, UUID projectId, String name) {}

  /** A phase (1), milestone (0) or sprint (2). */
  public record Timebox(
      UUID id, UUID projectId, int type, String name, @Nullable LocalDate start, LocalDate end) {}

  private final List<Release> releases = new ArrayList<>();
  private final List<DeploymentPlan> plans = new ArrayList<>();
  private final List<Workstream> workstreams = new ArrayList<>();
  private final List<Scope> scopes = new ArrayList<>();
  private final List<Timebox> timeboxes = new ArrayList<>();

  public synchronized void add(Release release) {
    releases.add(release);
  }

  public synchronized void add(DeploymentPlan plan) {
    plans.add(plan);
  }

  public synchronized void add(Workstream workstream) {
    workstreams.add(workstream);
  }

  public synchronized void add(Scope scope) {
    scopes.add(scope);
  }

  public synchronized void add(Timebox timebox) {
    timeboxes.add(timebox);
  }

  public synchronized Optional<Release> release(@Nullable UUID uuid) {
    return releases.stream().filter(one -> one.uuid().equals(uuid)).findFirst();
  }

  public synchronized List<Release> releases(UUID plan) {
    return releases.stream().filter(one -> one.planId().equals(plan)).toList();
  }

  public synchronized List<DeploymentPlan> plans() {
    return List.copyOf(plans);
  }

  public synchronized List<Workstream> workstreams() {
    return List.copyOf(workstreams);
  }

  public synchronized Optional<Workstream> workstream(@Nullable String id) {
    return workstreams.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  public synchronized Optional<Scope> scope(@Nullable UUID uuid) {
    return scopes.stream().filter(one -> one.uuid().equals(uuid)).findFirst();
  }

  public synchronized List<Timebox> timeboxes(UUID project) {
    return timeboxes.stream().filter(one -> one.projectId().equals(project)).toList();
  }
}
