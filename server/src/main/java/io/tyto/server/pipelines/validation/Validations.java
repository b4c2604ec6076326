package io.tyto.server.pipelines.validation;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.LiveEvent;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.promotion.PipelineChoice;
import io.tyto.server.stories.WorkItems;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Starts validations and shows their reports. */
@Service
public class Validations {
  private final WorkItems items;
  private final Deliverables deliverables;
  private final PipelineChoice pipelines;
  private final ValidationStore store;
  private final ValidationTask task;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Validations(
      WorkItems items,
      Deliverables deliverables,
      PipelineChoice pipelines,
      ValidationStore store,
      ValidationTask task,
      ApplicationEventPublisher events,
      Clock clock) {
    this.items = items;
    this.deliverables = deliverables;
    this.pipelines = pipelines;
    this.store = store;
    this.task = task;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Starts one, or returns the one that runs.
   *
   * @throws Refusal {@code no-pipeline}, or an unknown stage
   */
  public Started start(WorkItemId item, @Nullable String stage, Actor by) {
    PipelineView pipeline = pipelines.of(items.get(item));
    if (stage != null
        && pipeline.definition().stages().stream().noneMatch(s -> s.name().equals(stage))) {
      throw Refusal.at(
          "stage",
          GeneralRefusal.INVALID,
          "Pipeline %s has no stage \"%s\".".formatted(pipeline.definition().name(), stage));
    }
    Candidate candidate = deliverables.current(item);
    String id = Ids.next();
    Validation fresh =
        new Validation(
            id,
            item.value(),
            candidate.number(),
            candidate.digest(),
            "RUNNING",
            null,
            false,
            stage,
            List.of(),
            null,
            by.name(),
            clock.instant(),
            null);
    if (!store.insert(fresh)) {
      Optional<Validation> running = store.running(item, candidate.digest());
      return running
          .map(found -> new Started(found, false))
          .orElseGet(() -> start(item, stage, by));
    }
    task.schedule(id);
    events.publishEvent(new LiveEvent(item.project(), "validations", id));
    return new Started(fresh, true);
  }

  /** Newest first. */
  public List<Validation> list(WorkItemId item) {
    items.get(item);
    return store.ofItem(item, deliverables.current(item).digest());
  }

  /**
   * @throws Refusal {@code not-found}
   */
  public Validation get(WorkItemId item, String id) {
    return store
        .find(id, deliverables.current(item).digest())
        .filter(found -> found.workItemId().equals(item.value()))
        .orElseThrow(
            () -> new Refusal(GeneralRefusal.NOT_FOUND, "There is no validation " + id + "."));
  }

  /**
   * @param fresh false when it was running before
   */
  public record Started(Validation validation, boolean fresh) {}
}
