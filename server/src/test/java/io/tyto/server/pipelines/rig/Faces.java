package io.tyto.server.pipelines.rig;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.connections.ConnectionSpec;
import io.tyto.server.connections.Connections;
import io.tyto.server.connections.Opened;
import io.tyto.server.identity.Access;
import io.tyto.server.identity.Deputies;
import io.tyto.server.identity.Permission;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.UserView;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.UserId;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.definition.Pipelines;
import io.tyto.server.projects.ProjectSettings;
import io.tyto.server.projects.ProjectView;
import io.tyto.server.projects.Projects;
import io.tyto.server.stories.Dependencies;
import io.tyto.server.stories.StatusWriter;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItems;
import io.tyto.spi.Connection;
import io.tyto.spi.Connector;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The other modules, answering from the {@link World}. A call nobody foresaw fails. */
public final class Faces {

  private Faces() {}

  /** A face that answers just these calls. */
  public static <T> T answering(Class<T> face, Map<String, Function<Object[], Object>> answers) {
    return face.cast(
        Proxy.newProxyInstance(
            face.getClassLoader(),
            new Class<?>[] {face},
            (self, method, args) -> {
              if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                  case "hashCode" -> System.identityHashCode(self);
                  case "equals" -> self == args[0];
                  default -> face.getSimpleName();
                };
              }
              Function<Object[], Object> answer = answers.get(method.getName());
              if (answer == null) {
                throw new AssertionError(face.getSimpleName() + "." + method.getName());
              }
              return answer.apply(args);
            }));
  }

  static Pipelines pipelines(World world) {
    return answering(
        Pipelines.class,
        Map.of(
            "find", args -> Optional.ofNullable(world.pipeline),
            "get", args -> world.pipeline,
            "ofProject", args -> List.of(world.pipeline)));
  }

  static Deliverables deliverables(World world) {
    return answering(
        Deliverables.class,
        Map.of(
            "current", args -> current(world, (WorkItemId) args[0]),
            "candidate", args -> candidate(world, (WorkItemId) args[0], (int) args[1]),
            "freeze", args -> freeze(world, (WorkItemId) args[0]),
            "secure", args -> args[0],
            "collisions", args -> List.of()));
  }

  private static Candidate current(World world, WorkItemId item) {
    List<Deliverable> attached = world.attached.getOrDefault(item, List.of());
    List<Candidate> frozen = world.frozen.getOrDefault(item, List.of());
    String digest = attached.toString();
    if (!frozen.isEmpty() && frozen.getLast().digest().equals(digest)) {
      return frozen.getLast();
    }
    return new Candidate(item, frozen.size() + 1, digest, false, attached);
  }

  private static Candidate candidate(World world, WorkItemId item, int number) {
    List<Candidate> frozen = world.frozen.getOrDefault(item, List.of());
    return number <= frozen.size() ? frozen.get(number - 1) : current(world, item);
  }

  private static Candidate freeze(World world, WorkItemId item) {
    Candidate now = current(world, item);
    if (!now.frozen()) {
      now = new Candidate(item, now.number(), now.digest(), true, now.deliverables());
      world.frozen.computeIfAbsent(item, any -> new ArrayList<>()).add(now);
    }
    return now;
  }

  static Environments environments(World world) {
    return answering(
        Environments.class,
        Map.of(
            "find", args -> Optional.ofNullable(world.environments.get((EnvironmentId) args[0])),
            "get", args -> world.environments.get((EnvironmentId) args[0]),
            "findByName", args -> byName(world, (String) args[1]),
            "landscapes", args -> world.landscapes,
            "spec",
                args ->
                    new ConnectionSpec(
                        "fake", world.environments.get((EnvironmentId) args[0]).settings(), null),
            "parameterValues", args -> Map.copyOf(world.parameters)));
  }

  private static Optional<EnvironmentView> byName(World world, String name) {
    return world.environments.values().stream()
        .filter(e -> e.name().equalsIgnoreCase(name))
        .findFirst();
  }

  static Connections connections(World world) {
    return answering(
        Connections.class,
        Map.of(
            "descriptors", args -> List.of(world.outside.descriptor()),
            "descriptor", args -> Optional.of(world.outside.descriptor()),
            "can", args -> ((Class<?>) args[1]).isInstance(world.outside),
            "open", args -> open(world, (ConnectionSpec) args[0])));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Opened<?> open(World world, ConnectionSpec spec) {
    FakeTarget.Settings settings =
        new FakeTarget.Settings(
            (String) spec.settings().get("url"), (boolean) spec.settings().get("byHand"));
    Connection<Record> connection =
        new Connection<>(settings, call -> guarded(world, call), world.clock);
    return new Opened((Connector) world.outside, connection);
  }

  /** As the real way out does it. */
  private static HttpAnswer guarded(World world, HttpCall call) {
    if (call.guard() != null) {
      call.guard().run();
    }
    return world.http.send(call);
  }

  static Dependencies dependencies() {
    return answering(
        Dependencies.class,
        Map.of("of", args -> new Dependencies.Neighbours(List.of(), List.of())));
  }

  static WorkItems workItems(World world) {
    return answering(
        WorkItems.class,
        Map.of(
            "get", args -> item(world, (WorkItemId) args[0]),
            "find", args -> Optional.of(item(world, (WorkItemId) args[0])),
            "titles", args -> Map.of(),
            "noteValidation",
                args -> {
                  world.told.size();
                  return null;
                }));
  }

  private static WorkItemView item(World world, WorkItemId id) {
    return new WorkItemView(
        id,
        "integration",
        "6-28",
        "uuid",
        null,
        WorkItemView.Type.FEATURE,
        "Replicate orders",
        new WorkItemView.Status("IN_TESTING", "In Testing"),
        "IN_TESTING",
        null,
        null,
        null,
        List.of(),
        0,
        "pipeline",
        world.component,
        null,
        null,
        false,
        null,
        null,
        null,
        world.gone.contains(id),
        1);
  }

  static Projects projects(World world) {
    return answering(
        Projects.class,
        Map.of(
            "get", args -> project(),
            "ifReadable", args -> Optional.of(project()),
            "readableBy", args -> List.of(World.PROJECT),
            "membersWith",
                args ->
                    world.roles.entrySet().stream()
                        .filter(e -> e.getValue().contains((ProjectRole) args[1]))
                        .map(Map.Entry::getKey)
                        .toList(),
            "deployTo", args -> world.deployTo.getOrDefault((UserId) args[1], Set.of())));
  }

  private static ProjectView project() {
    return new ProjectView(World.PROJECT, "Basic", "", null, ProjectSettings.DEFAULT, false, 1);
  }

  static Users users(World world) {
    return answering(
        Users.class,
        Map.of(
            "find", args -> Optional.of(user(world, (UserId) args[0])),
            "all", args -> ((Set<?>) args[0]).stream().map(id -> user(world, (UserId) id)).toList(),
            "findByName",
                args ->
                    Optional.of(new UserId((String) args[0]))
                        .filter(world.roles::containsKey)
                        .map(id -> user(world, id)),
            "knownAs",
                args ->
                    world.roles.keySet().stream()
                        .map(id -> user(world, id))
                        .filter(u -> known(u, (String) args[1]))
                        .toList()));
  }

  private static boolean known(UserView user, String name) {
    return user.name().equalsIgnoreCase(name)
        || user.aliases().stream().anyMatch(alias -> alias.name().equalsIgnoreCase(name));
  }

  private static UserView user(World world, UserId id) {
    return new UserView(
        id,
        id.value(),
        id.value(),
        null,
        Set.of(),
        world.aliases.getOrDefault(id, List.of()),
        false,
        1);
  }

  static Deputies deputies(World world) {
    return answering(
        Deputies.class,
        Map.of(
            "principalsOf",
            args ->
                world.deputies.entrySet().stream()
                    .filter(e -> e.getValue().equals(args[0]))
                    .map(Map.Entry::getKey)
                    .toList(),
            "deputiesOf",
            args ->
                world.deputies.entrySet().stream()
                    .filter(e -> e.getKey().equals(args[0]))
                    .map(Map.Entry::getValue)
                    .toList()));
  }

  static Access access(World world) {
    return answering(
        Access.class,
        Map.of(
            "require",
            args -> null,
            "may",
            args ->
                world.roles.getOrDefault((UserId) args[0], Set.of()).stream()
                    .anyMatch(((Permission) args[1]).projectRoles()::contains)));
  }

  static StatusWriter statuses(World world) {
    return answering(
        StatusWriter.class,
        Map.of(
            "requestStatus",
                args -> {
                  if (world.writesStatuses && !world.statuses.contains((String) args[2])) {
                    world.statuses.add((String) args[2]);
                  }
                  return world.writesStatuses;
                },
            "readStatus",
                args ->
                    new StatusWriter.LiveStatus.Known(
                        new WorkItemView.Status(world.phase, world.phase), world.phase, true),
            "outcome", args -> Optional.of(world.statusOutcome.apply((String) args[0]))));
  }
}
