package io.tyto.server.pipelines.definition;

import io.tyto.server.audit.AuditTrail;
import io.tyto.server.audit.Audited;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pipelines of all projects; every change is a new version, versions never change. */
@Service
public class PipelineLibrary implements Pipelines {
  private final PipelineStore store;
  private final PipelineRules rules;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PipelineLibrary(
      PipelineStore store,
      PipelineRules rules,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.rules = rules;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Optional<PipelineView> find(String id) {
    return store.newest(id);
  }

  @Override
  public PipelineView get(String id, int version) {
    return store.version(id, version).orElseThrow(() -> notFound(id));
  }

  @Override
  public List<PipelineView> ofProject(ProjectKey project) {
    return store.ofProject(project);
  }

  /**
   * @throws Refusal {@code not-found} when it is not a pipeline of that project
   */
  public PipelineView inProject(ProjectKey project, String id) {
    return store
        .newest(id)
        .filter(found -> found.project().equals(project))
        .orElseThrow(() -> notFound(id));
  }

  /** All versions, newest first. */
  public List<PipelineStore.Version> versions(ProjectKey project, String id) {
    inProject(project, id);
    return store.versions(id);
  }

  public List<String> warnings(PipelineView pipeline) {
    return rules.warnings(pipeline.project(), pipeline.definition());
  }

  /**
   * @param yaml the definition as its author wrote it
   * @throws Refusal {@code duplicate-name}
   */
  @Transactional
  public PipelineView create(
      ProjectKey project, PipelineDefinition definition, String yaml, Actor actor) {
    PipelineView created = new PipelineView(Ids.next(), project, 1, definition, yaml);
    try {
      store.insert(created, clock.instant());
    } catch (DuplicateKeyException taken) {
      throw duplicate(definition.name());
    }
    return versioned(created, actor, "pipeline-created");
  }

  /**
   * Makes a new version; open runs stay on theirs.
   *
   * @throws Refusal {@code stale}, {@code duplicate-name}
   */
  @Transactional
  public PipelineView change(
      PipelineView current,
      PipelineDefinition definition,
      String yaml,
      ExpectedVersion expected,
      Actor actor) {
    expected.mustBe(current.version());
    PipelineView next =
        new PipelineView(current.id(), current.project(), current.version() + 1, definition, yaml);
    try {
      if (!store.advance(next, current.version())) {
        expected.mustBe(current.version() + 1);
      }
    } catch (DuplicateKeyException taken) {
      throw duplicate(definition.name());
    }
    return versioned(next, actor, "pipeline-changed");
  }

  private PipelineView versioned(PipelineView pipeline, Actor actor, String action) {
    store.insertVersion(pipeline, actor, clock.instant());
    audit.record(
        actor,
        new Audited.Entry(
            pipeline.project(),
            action,
            "pipeline/" + pipeline.id(),
            Map.of(
                "version", pipeline.version(),
                "definition", PipelineWriter.tree(pipeline.definition()))));
    events.publishEvent(new LiveEvent(pipeline.project(), "pipelines", pipeline.id()));
    return pipeline;
  }

  private static Refusal duplicate(String name) {
    return Refusal.at(
        "name",
        GeneralRefusal.DUPLICATE_NAME,
        "The project has a pipeline called \"%s\" already.".formatted(name));
  }

  private static Refusal notFound(String id) {
    return new Refusal(GeneralRefusal.NOT_FOUND, "There is no pipeline " + id + ".");
  }
}
