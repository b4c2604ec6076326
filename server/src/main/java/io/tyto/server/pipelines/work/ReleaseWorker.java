package io.tyto.server.pipelines.work;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.connections.Connections;
import io.tyto.server.connections.Opened;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.task.Shipments;
import io.tyto.spi.delivery.DeliveryKey;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import io.tyto.spi.delivery.TransportRelease;
import org.springframework.stereotype.Component;

/**
 * Releases one transport request, if it still carries what was approved. What is released already
 * ends as done, so a lost answer is cleared up by asking for the release again.
 */
@Component
class ReleaseWorker implements EffectWorker {
  private final Connections connections;
  private final Environments environments;

  ReleaseWorker(Connections connections, Environments environments) {
    this.connections = connections;
    this.environments = environments;
  }

  @Override
  public EffectKind kind() {
    return EffectKind.RELEASE_TRANSPORT;
  }

  @Override
  public EffectClass effectClass(Job job) {
    return EffectClass.IDEMPOTENT;
  }

  @Override
  public WorkResult start(Job job) {
    Deliverable deliverable = job.deliverables().getFirst();
    Opened<TransportRelease<Record>> open = open(job);
    return WorkResult.of(
        open.connector()
            .release(
                open.connection(),
                Shipments.externalId(deliverable),
                deliverable.digest(),
                new DeliveryKey(job.deliveryKey())));
  }

  @Override
  public WorkResult poll(Job job, String handle) {
    Opened<TransportRelease<Record>> open = open(job);
    return WorkResult.of(open.connector().pollRelease(open.connection(), new Handle(handle)));
  }

  private Opened<TransportRelease<Record>> open(Job job) {
    Opened<TransportRelease<Record>> open =
        connections.open(environments.spec(job.at()), TransportRelease.class);
    return job.fence().across(open);
  }
}
