package io.tyto.server.pipelines.rig;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.ContentStore;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.audit.AuditLog;
import io.tyto.server.audit.AuditTrail;
import io.tyto.server.connections.Connections;
import io.tyto.server.identity.Access;
import io.tyto.server.identity.Deputies;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.UserView;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.UserId;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.landscape.Landscape;
import io.tyto.server.pipelines.TaskCameToRest;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.definition.PipelineWriter;
import io.tyto.server.pipelines.definition.Pipelines;
import io.tyto.server.projects.Projects;
import io.tyto.server.stories.StatusWriter;
import io.tyto.server.stories.StoryProgressed;
import io.tyto.server.stories.WorkItems;
import io.tyto.spi.BoundHttp;
import io.tyto.spi.Connector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Everything around the engine; it stays when an engine is killed. */
public final class World {
  public static final ProjectKey PROJECT = new ProjectKey("BHA");

  public final SettableClock clock = new SettableClock();
  public final FakeTarget target = new FakeTarget();

  /** What is behind the connections; {@link #target} unless a test brings its own. */
  public Connector<?> outside = target;

  /** What answers to HTTP calls of {@link #outside}. */
  public BoundHttp http =
      call -> {
        throw new AssertionError("no HTTP here");
      };

  public final Map<EnvironmentId, EnvironmentView> environments = new LinkedHashMap<>();
  public final List<Landscape> landscapes = new ArrayList<>();
  public final Map<String, String> parameters = new HashMap<>();
  public final Map<WorkItemId, List<Deliverable>> attached = new HashMap<>();
  public final Map<WorkItemId, List<Candidate>> frozen = new HashMap<>();
  public final Map<UserId, Set<ProjectRole>> roles = new LinkedHashMap<>();
  public final Map<UserId, Set<EnvironmentId>> deployTo = new HashMap<>();
  public final Map<UserId, List<UserView.Alias>> aliases = new HashMap<>();

  /** Deputies by those who named them. */
  public final Map<UserId, UserId> deputies = new HashMap<>();

  public String component;
  public final Set<WorkItemId> gone = new HashSet<>();
  public final List<String> audited = new ArrayList<>();
  public final List<StoryProgressed> told = new ArrayList<>();

  /** Of which tasks people were told, and why. */
  public final List<TaskCameToRest> rests = new ArrayList<>();

  public final List<String> statuses = new ArrayList<>();
  public boolean writesStatuses = true;

  /** What became of a status that was asked for, by its key. */
  public UnaryOperator<String> statusOutcome = key -> "Warning: the other side refused " + key;

  public String phase = "READY_FOR_PRODUCTION";
  public PipelineView pipeline;

  private int items;

  public World() {
    environment("CPI-DEV", EnvironmentView.Type.DEVELOPMENT, EnvironmentView.Mode.LIVE);
    environment("CPI-QA", EnvironmentView.Type.QUALITY, EnvironmentView.Mode.LIVE);
    environment("CPI-PROD", EnvironmentView.Type.PRODUCTION, EnvironmentView.Mode.LIVE);
  }

  public EnvironmentId environment(
      String name, EnvironmentView.Type type, EnvironmentView.Mode mode) {
    EnvironmentId id = new EnvironmentId(name.toLowerCase(java.util.Locale.ROOT));
    environments.put(
        id,
        new EnvironmentView(
            id,
            name,
            "fake",
            type,
            mode,
            Map.of("url", "http://" + id.value(), "byHand", false),
            null,
            1));
    return id;
  }

  public void byHand(String name) {
    environments.computeIfPresent(
        new EnvironmentId(name),
        (id, e) ->
            new EnvironmentView(
                id,
                e.name(),
                e.connector(),
                e.type(),
                e.mode(),
                Map.of("url", "http://" + id.value(), "byHand", true),
                null,
                1));
  }

  /** Also a member of the project with these roles, who may deploy to Production. */
  public Actor person(String name, ProjectRole... given) {
    UserId id = new UserId(name);
    roles.put(id, Set.of(given));
    deployTo.put(id, Set.of(new EnvironmentId("cpi-prod")));
    return new Actor(id, name, Actor.Kind.PERSON);
  }

  public WorkItemId item(Deliverable... deliverables) {
    WorkItemId id = new WorkItemId("BHA-" + ++items);
    List<Deliverable> mine = new ArrayList<>();
    for (Deliverable d : deliverables) {
      mine.add(d);
    }
    attached.put(id, mine);
    return id;
  }

  public static Deliverable artifact(String id, String version, String author) {
    return deliverable("cpi-artifact", id, version, author, Map.of());
  }

  public static Deliverable transport(String number) {
    return deliverable("transport", number, null, null, Map.of());
  }

  public static Deliverable step(String text, Map<String, String> facts) {
    return deliverable("manual-step", text, null, null, facts);
  }

  private static Deliverable deliverable(
      String kind, String id, String version, String author, Map<String, String> facts) {
    return new Deliverable(
        id + "@" + version,
        new WorkItemId("BHA-0"),
        kind,
        new EnvironmentId("cpi-dev"),
        id,
        version,
        id,
        null,
        "digest of " + id + version,
        null,
        author,
        List.of(id),
        facts,
        1,
        "nobody",
        Instant.parse("2026-11-01T00:00:00Z"));
  }

  public void pipeline(PipelineDefinition definition) {
    pipeline =
        new PipelineView("pipeline", PROJECT, 1, definition, PipelineWriter.yaml(definition));
  }

  Pipelines pipelines() {
    return Faces.pipelines(this);
  }

  Deliverables deliverables() {
    return Faces.deliverables(this);
  }

  Environments environmentsFace() {
    return Faces.environments(this);
  }

  Connections connections() {
    return Faces.connections(this);
  }

  ContentStore contents() {
    return Faces.answering(ContentStore.class, Map.of());
  }

  WorkItems workItems() {
    return Faces.workItems(this);
  }

  Projects projects() {
    return Faces.projects(this);
  }

  Users users() {
    return Faces.users(this);
  }

  Deputies deputiesFace() {
    return Faces.deputies(this);
  }

  Access access() {
    return Faces.access(this);
  }

  AuditTrail audit() {
    return (actor, what) -> audited.add(actor.name() + " " + what.action() + " " + what.details());
  }

  @SuppressWarnings("unchecked")
  AuditLog auditLog() {
    return Faces.answering(
        AuditLog.class,
        Map.of(
            "export",
            args -> {
              audited.forEach((Consumer<String>) args[1]);
              return null;
            }));
  }

  StatusWriter statusWriter() {
    return Faces.statuses(this);
  }
}
