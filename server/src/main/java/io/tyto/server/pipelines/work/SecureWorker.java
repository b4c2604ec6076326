package io.tyto.server.pipelines.work;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.run.EffectStore;
import io.tyto.server.pipelines.task.Shipments;
import io.tyto.spi.delivery.Evidence;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Takes the content of every deliverable into the store and verifies it. */
@Component
class SecureWorker implements EffectWorker {
  private final Deliverables deliverables;
  private final EffectStore effects;

  SecureWorker(Deliverables deliverables, EffectStore effects) {
    this.deliverables = deliverables;
    this.effects = effects;
  }

  @Override
  public EffectKind kind() {
    return EffectKind.SECURE;
  }

  @Override
  public WorkResult start(Job job) {
    StringBuilder list = new StringBuilder();
    for (Deliverable deliverable : job.deliverables()) {
      Deliverable secured = released(deliverable) ? deliverable : deliverables.secure(deliverable);
      list.append(Objects.requireNonNullElse(secured.digest(), "-"))
          .append("  ")
          .append(secured.kind())
          .append("  ")
          .append(secured.name())
          .append("  ")
          .append(Objects.requireNonNullElse(secured.version(), ""))
          .append('\n');
    }
    return new WorkResult.Done(
        "Deliverables frozen by digest: %d.".formatted(job.deliverables().size()),
        List.of(new Evidence("digests.txt", "text/plain", list.toString())));
  }

  /** A request that we released has another digest than when it was attached, and is closed. */
  private boolean released(Deliverable deliverable) {
    return deliverable.environmentId() != null
        && effects.releasedByUs(deliverable.environmentId(), Shipments.externalId(deliverable));
  }
}
