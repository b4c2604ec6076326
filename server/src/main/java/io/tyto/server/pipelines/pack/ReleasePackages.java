package io.tyto.server.pipelines.pack;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.definition.Pipelines;
import io.tyto.server.pipelines.run.RunHeader;
import io.tyto.server.pipelines.run.RunState;
import io.tyto.server.pipelines.run.RunStore;
import io.tyto.server.projects.Projects;
import io.tyto.server.stories.WorkItems;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps release packages. */
@Service
public class ReleasePackages {
  private final PackageStore store;
  private final PackageOrder order;
  private final RunStore runs;
  private final Surroundings around;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReleasePackages(
      PackageStore store,
      PackageOrder order,
      RunStore runs,
      Surroundings around,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.order = order;
    this.runs = runs;
    this.around = around;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Where work items and their pipelines are looked up. */
  @Component
  record Surroundings(WorkItems items, Pipelines pipelines, Projects projects) {}

  /**
   * What a package is to be; null leaves it as it is.
   *
   * @param pipelineId null for a new one means the pipeline that all its items have
   * @param workItemIds in their order; null sorts nothing
   */
  public record Wish(
      @Nullable String name,
      @Nullable List<WorkItemId> workItemIds,
      @Nullable String pipelineId,
      @Nullable String releaseVersionId,
      @Nullable Boolean archived) {}

  public List<ReleasePackage> list(ProjectKey project, boolean archivedToo) {
    return store.list(project, archivedToo);
  }

  /**
   * @throws Refusal {@code not-found}
   */
  public ReleasePackage get(ProjectKey project, String id) {
    return store
        .find(project, id)
        .orElseThrow(() ->
            new Refusal(
                GeneralRefusal.NOT_FOUND,
                "%s has no release package %s.".formatted(project.value(), id)));
  }

  /** The order of a new package is sorted by the dependencies of its items. */
  @Transactional
  public ReleasePackage create(ProjectKey project, Wish wish, Actor actor) {
    List<WorkItemId> items =
        order.sorted(checked(project, Objects.requireNonNullElse(wish.workItemIds(), List.of())));
    ReleasePackage made =
        new ReleasePackage(
            Ids.next(),
            project,
            named(wish.name()),
            pipeline(project, wish.pipelineId(), items),
            wish.releaseVersionId(),
            items,
            false,
            actor.name(),
            clock.instant(),
            1);
    try {
      store.insert(made);
    } catch (DuplicateKeyException taken) {
      throw taken(made.name());
    }
    note(actor, "release-package-created", made);
    return made;
  }

  /**
   * @throws Refusal {@code package-under-way} while a run of it has not ended, except for its name
   */
  @Transactional
  public ReleasePackage change(
      ProjectKey project, String id, ExpectedVersion expected, Wish wish, Actor actor) {
    ReleasePackage before = get(project, id);
    expected.mustBe(before.version());
    List<WorkItemId> items =
        wish.workItemIds() == null ? before.items() : checked(project, wish.workItemIds());
    order.mustFit(items);
    ReleasePackage wanted =
        new ReleasePackage(
            id,
            project,
            wish.name() == null ? before.name() : named(wish.name()),
            wish.pipelineId() == null
                ? before.pipelineId()
                : pipeline(project, wish.pipelineId(), items),
            before.releaseVersionId(),
            items,
            Objects.requireNonNullElse(wish.archived(), before.archived()),
            before.createdBy(),
            before.createdAt(),
            before.version());
    mayChange(before, wanted);
    try {
      if (!store.save(wanted)) {
        expected.mustBe(before.version() + 1);
      }
    } catch (DuplicateKeyException taken) {
      throw taken(wanted.name());
    }
    ReleasePackage after = get(project, id);
    note(actor, "release-package-changed", after);
    return after;
  }

  private void mayChange(ReleasePackage before, ReleasePackage wanted) {
    boolean same =
        before.items().equals(wanted.items())
            && before.pipelineId().equals(wanted.pipelineId())
            && before.archived() == wanted.archived();
    Optional<RunHeader> open =
        runs.latestRunOfPackage(before.id()).filter(run -> run.state().open());
    if (!same && open.filter(run -> run.state() == RunState.RUNNING).isPresent()) {
      throw new Refusal(
          PackageRefusal.PACKAGE_UNDER_WAY,
          "%s is being promoted (run %s). Wait until it rests or abort it, then change the package."
              .formatted(before.name(), open.get().id()));
    }
  }

  private List<WorkItemId> checked(ProjectKey project, List<WorkItemId> items) {
    Set<WorkItemId> different = new HashSet<>(items);
    if (different.size() < 2 || different.size() != items.size()) {
      throw Refusal.at(
          "workItemIds",
          PackageRefusal.TOO_FEW_ITEMS,
          "Name at least two work items, each once; one alone is promoted by itself.");
    }
    items.stream()
        .filter(item -> !item.project().equals(project) || around.items().find(item).isEmpty())
        .findFirst()
        .ifPresent(item -> {
          throw Refusal.at(
              "workItemIds",
              GeneralRefusal.INVALID,
              "There is no work item %s in %s.".formatted(item.value(), project.value()));
        });
    return items;
  }

  private String pipeline(ProjectKey project, @Nullable String wish, List<WorkItemId> items) {
    if (wish != null) {
      return around
          .pipelines()
          .find(wish)
          .filter(found -> found.project().equals(project))
          .map(PipelineView::id)
          .orElseThrow(() ->
              Refusal.at(
                  "pipelineId",
                  GeneralRefusal.INVALID,
                  "The project has no such release pipeline."));
    }
    String usual = around.projects().get(project).defaultPipelineId();
    Set<Optional<String>> wanted =
        items.stream()
            .map(item -> Optional.ofNullable(around.items().get(item).pipelineId()))
            .map(own -> own.or(() -> Optional.ofNullable(usual)))
            .collect(Collectors.toSet());
    Optional<String> common = wanted.size() == 1 ? wanted.iterator().next() : Optional.empty();
    return common.orElseThrow(() ->
        Refusal.at(
            "pipelineId",
            PackageRefusal.PIPELINES_DIFFER,
            "These work items have no release pipeline in common. Say through which one all of them go."));
  }

  private static String named(@Nullable String name) {
    if (name == null || name.isBlank()) {
      throw Refusal.at("name", GeneralRefusal.INVALID, "Give the release package a name.");
    }
    return name.strip();
  }

  private static Refusal taken(String name) {
    return Refusal.at(
        "name",
        PackageRefusal.NAME_TAKEN,
        "The project has a release package called \"%s\" already.".formatted(name));
  }

  private void note(Actor actor, String action, ReleasePackage now) {
    audit.record(
        actor,
        new Audited.Entry(
            now.project(),
            action,
            "release-package/" + now.id(),
            Map.of(
                "name", now.name(),
                "pipeline", now.pipelineId(),
                "archived", now.archived(),
                "workItems", now.items().stream().map(WorkItemId::value).toList())));
    events.publishEvent(new LiveEvent(now.project(), "release-packages", now.id()));
  }
}
