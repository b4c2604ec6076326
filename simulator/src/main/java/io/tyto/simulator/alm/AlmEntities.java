package io.tyto.simulator.alm;

import static io.tyto.simulator.odata.EntityType.Kind.DATE;
import static io.tyto.simulator.odata.EntityType.Kind.GUID;
import static io.tyto.simulator.odata.EntityType.Kind.INT;
import static io.tyto.simulator.odata.EntityType.Kind.STRING;
import static io.tyto.simulator.odata.EntityType.Kind.STRINGS;
import static io.tyto.simulator.odata.EntityType.Kind.TIMESTAMP;

import io.tyto.simulator.core.Switches;
import io.tyto.simulator.odata.EntityType;
import io.tyto.simulator.world.AlmWorld;
import io.tyto.simulator.world.Catalog;
import io.tyto.simulator.world.Feature;
import io.tyto.simulator.world.FeatureStatus;
import io.tyto.simulator.world.Notes;
import io.tyto.simulator.world.Project;
import io.tyto.simulator.world.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The entity types of the Features service (facts: Cloud ALM 4.1, 4.2). */
final class AlmEntities {
  /** A code with its label. */
  record Code(Object code, String name) {}

  /** One line of {@code toTaskAssignments}. */
  record Assignment(UUID feature, Task task) {}

  private final Supplier<AlmWorld> world;
  private final Switches switches;
  private final EntityType<Code> statuses =
      new EntityType<Code>("FeatureStatus", "FeatureStatus", "code")
          .has("code", STRING, Code::code)
          .has("name", STRING, Code::name);
  private final EntityType<Code> priorities =
      new EntityType<Code>("FeaturePriorities", "FeaturePriorities", "code")
          .has("code", INT, Code::code)
          .has("name", STRING, Code::name);
  private final EntityType<Project> projects =
      new EntityType<Project>("Projects", "", "id")
          .has("id", GUID, Project::id)
          .has("name", STRING, Project::name);
  private final EntityType<Catalog.Scope> scopes =
      new EntityType<Catalog.Scope>("Scopes", "", "uuid")
          .has("uuid", GUID, Catalog.Scope::uuid)
          .has("name", STRING, Catalog.Scope::name);
  private final EntityType<Catalog.Workstream> workstreams =
      new EntityType<Catalog.Workstream>("Workstreams", "", "id")
          .has("id", STRING, Catalog.Workstream::id)
          .has("name", STRING, Catalog.Workstream::name);
  private final EntityType<Catalog.Release> releases =
      new EntityType<Catalog.Release>("Releases", "", "uuid")
          .has("uuid", GUID, Catalog.Release::uuid)
          .has("name", STRING, Catalog.Release::name)
          .has("startDate", DATE, Catalog.Release::start)
          .has("endDate", DATE, Catalog.Release::end);
  private final EntityType<Notes.ExternalReference> externalReferences =
      new EntityType<Notes.ExternalReference>(
              "ExternalReferences", "ExternalReferences", "id", "parent_uuid")
          .has("id", STRING, Notes.ExternalReference::id)
          .has("parent_uuid", GUID, Notes.ExternalReference::parent)
          .has("name", STRING, Notes.ExternalReference::name)
          .has("url", STRING, Notes.ExternalReference::url)
          .one("parent", this::features, one -> feature(one.parent()));
  private final EntityType<Notes.UrlReference> urlReferences =
      new EntityType<Notes.UrlReference>("URLReferences", "URLReferences", "uuid")
          .has("uuid", GUID, Notes.UrlReference::uuid)
          .has("parent_uuid", GUID, Notes.UrlReference::parent)
          .has("name", STRING, Notes.UrlReference::name)
          .has("url", STRING, Notes.UrlReference::url)
          .one("parent", this::features, one -> feature(one.parent()));
  private final EntityType<Assignment> assignments =
      new EntityType<Assignment>("TaskAssignments", "TaskAssignments", "uuid")
          .has("uuid", GUID, this::assignmentId)
          .has("parent_uuid", GUID, Assignment::feature)
          .has("title", STRING, one -> one.task().title())
          .has("type", STRING, one -> one.task().type().name())
          .one("parent", this::features, one -> feature(one.feature()));
  private final EntityType<Notes.Transport> transports = transports("Transports");
  private final EntityType<Notes.Transport> transportReferences = transports("TransportReferences");
  private final EntityType<Feature> features =
      features(new EntityType<>("Features", "Features", "uuid"));
  private final Map<String, EntityType<?>> sets = new LinkedHashMap<>();

  AlmEntities(Supplier<AlmWorld> world, Switches switches) {
    this.world = world;
    this.switches = switches;
    for (EntityType<?> type :
        List.of(
            features,
            statuses,
            priorities,
            externalReferences,
            urlReferences,
            assignments,
            transports,
            transportReferences)) {
      sets.put(type.set(), type);
    }
  }

  Map<String, EntityType<?>> sets() {
    return sets;
  }

  EntityType<Feature> features() {
    return features;
  }

  EntityType<Code> statuses() {
    return statuses;
  }

  EntityType<Code> priorities() {
    return priorities;
  }

  EntityType<Notes.ExternalReference> externalReferences() {
    return externalReferences;
  }

  EntityType<Notes.UrlReference> urlReferences() {
    return urlReferences;
  }

  EntityType<Assignment> assignments() {
    return assignments;
  }

  EntityType<Notes.Transport> transports() {
    return transports;
  }

  static List<Code> allStatuses() {
    return java.util.Arrays.stream(FeatureStatus.values())
        .map(one -> new Code(one.name(), one.label()))
        .toList();
  }

  static List<Code> allPriorities() {
    return List.of(
        new Code(10, "Very High"),
        new Code(20, "High"),
        new Code(30, "Medium"),
        new Code(40, "Low"));
  }

  List<Assignment> assignments(Feature feature) {
    return world.get().tasks().of(feature.uuid()).stream()
        .map(task -> new Assignment(feature.uuid(), task))
        .toList();
  }

  /** The id of the row that binds a task to a feature, which is neither's own. */
  static UUID rowId(UUID feature, UUID task) {
    long high =
        feature.getMostSignificantBits() ^ Long.rotateLeft(task.getLeastSignificantBits(), 17);
    long low =
        feature.getLeastSignificantBits() ^ Long.rotateLeft(task.getMostSignificantBits(), 31);
    return new UUID((high & ~0xF000L) | 0x4000L, (low & (-1L >>> 2)) | (1L << 63));
  }

  private UUID assignmentId(Assignment one) {
    return switches.is("task-assignment-uuid", "row")
        ? rowId(one.feature(), one.task().id())
        : one.task().id();
  }

  private List<Feature> feature(UUID uuid) {
    return list(world.get().features().find(uuid));
  }

  private EntityType<Notes.Transport> transports(String set) {
    return new EntityType<Notes.Transport>(set, set, "id")
        .has("id", STRING, Notes.Transport::id)
        .has("parent_uuid", GUID, Notes.Transport::parent)
        .has("description", STRING, Notes.Transport::description)
        .has("status", STRING, Notes.Transport::status)
        .one("parent", this::features, one -> feature(one.parent()));
  }

  private EntityType<Feature> features(EntityType<Feature> type) {
    type.has("uuid", GUID, Feature::uuid)
        .has("displayId", STRING, Feature::displayId)
        .has("title", STRING, Feature::title)
        .has("projectId", GUID, Feature::projectId)
        .has("description", STRING, Feature::description)
        .has("modifiedAt", TIMESTAMP, Feature::modified)
        .has("scopeId", GUID, Feature::scopeId)
        .has("statusCode", STRING, one -> one.status().name())
        .has("priorityCode", INT, Feature::priority)
        .has("type", STRING, one -> "CALMFEAT")
        .has("responsibleId", STRING, Feature::responsibleId)
        .has("releaseId", GUID, Feature::releaseId)
        .has("workstreamId", STRING, Feature::workstreamId)
        .has("tags", STRINGS, Feature::tags);
    return ways(type);
  }

  private EntityType<Feature> ways(EntityType<Feature> type) {
    return type.one(
            "toStatus",
            () -> statuses,
            one -> List.of(new Code(one.status().name(), one.status().label())))
        .one(
            "toPriority",
            () -> priorities,
            one ->
                allPriorities().stream()
                    .filter(code -> code.code().equals(one.priority()))
                    .toList())
        .one("toProject", () -> projects, one -> list(world.get().project(one.projectId())))
        .one("toScope", () -> scopes, one -> list(world.get().catalog().scope(one.scopeId())))
        .one(
            "toRelease",
            () -> releases,
            one -> list(world.get().catalog().release(one.releaseId())))
        .one(
            "toWorkstream",
            () -> workstreams,
            one -> list(world.get().catalog().workstream(one.workstreamId())))
        .many(
            "toExternalReferences",
            () -> externalReferences,
            one -> notes().externalReferences().where(ref -> ref.parent().equals(one.uuid())))
        .many(
            "toURLReferences",
            () -> urlReferences,
            one -> notes().urlReferences().where(ref -> ref.parent().equals(one.uuid())))
        .many("toTaskAssignments", () -> assignments, this::assignments)
        .many(
            "toTransports",
            () -> transports,
            one -> notes().transports().where(ref -> ref.parent().equals(one.uuid())))
        .many("toTransportReferences", () -> transportReferences, one -> List.of());
  }

  private Notes notes() {
    return world.get().notes();
  }

  private static <T> List<T> list(Optional<T> one) {
    return one.map(List::of).orElse(List.of());
  }
}
