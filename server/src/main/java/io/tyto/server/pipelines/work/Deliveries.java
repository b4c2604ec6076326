package io.tyto.server.pipelines.work;

import io.tyto.server.artifacts.ContentStore;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.EffectOutcome;
import io.tyto.server.pipelines.task.Shipments;
import io.tyto.spi.delivery.Delivery;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Packs deliverables for a connector. */
@Component
public class Deliveries {
  private final Environments environments;
  private final ContentStore contents;
  private final Deliverables deliverables;

  Deliveries(Environments environments, ContentStore contents, Deliverables deliverables) {
    this.environments = environments;
    this.contents = contents;
    this.deliverables = deliverables;
  }

  /** What an effect delivers. Takes content into the store when no build did so before. */
  Delivery of(Job job) {
    List<Delivery.Item> items =
        job.deliverables().stream()
            .map(d -> built(job) ? d : deliverables.secure(d))
            .map(d -> item(job.context().project(), job.at(), d, job.effect().again()))
            .toList();
    return new Delivery(items, job.effect().payload().options());
  }

  /** What is only looked at: a plan, a check. */
  public Delivery of(
      ProjectKey project, EnvironmentId at, List<Deliverable> list, Map<String, String> options) {
    return new Delivery(list.stream().map(d -> item(project, at, d, false)).toList(), options);
  }

  Delivery.Item item(ProjectKey project, EnvironmentId at, Deliverable d, boolean again) {
    String externalId = Shipments.externalId(d);
    return new Delivery.Item(
        d.kind(),
        externalId,
        d.name(),
        d.version(),
        Shipments.digest(d),
        content(d),
        environments.parameterValues(project, at, externalId),
        d.facts(),
        d.objects(),
        again);
  }

  private @Nullable Supplier<byte[]> content(Deliverable deliverable) {
    String digest = deliverable.contentDigest();
    return digest == null ? null : () -> contents.get(digest);
  }

  /** A request that this run released has another digest than when it was attached. */
  private static boolean built(Job job) {
    return job.context().run().effects().stream()
        .anyMatch(e ->
            e.outcome() == EffectOutcome.DONE
                && (e.kind() == EffectKind.SECURE || e.kind() == EffectKind.RELEASE_TRANSPORT));
  }
}
