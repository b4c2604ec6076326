package io.tyto.server.pipelines.work;

import io.tyto.server.connections.Connections;
import io.tyto.server.connections.Opened;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.task.Shipments;
import io.tyto.server.pipelines.trace.BackupStore;
import io.tyto.spi.Fault;
import io.tyto.spi.delivery.Before;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.DeliveryKey;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.ReleaseTarget;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import io.tyto.spi.delivery.Reversible;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deploys through the environment's connector. */
@Component
class DeployWorker implements EffectWorker {
  private final Connections connections;
  private final Environments environments;
  private final Deliveries deliveries;
  private final BackupStore backups;
  private final Shipments shipments;

  DeployWorker(
      Connections connections,
      Environments environments,
      Deliveries deliveries,
      BackupStore backups,
      Shipments shipments) {
    this.connections = connections;
    this.environments = environments;
    this.deliveries = deliveries;
    this.backups = backups;
    this.shipments = shipments;
  }

  @Override
  public EffectKind kind() {
    return EffectKind.DEPLOY;
  }

  @Override
  public EffectClass effectClass(Job job) {
    return open(job).connector().effectClass();
  }

  @Override
  public Before look(Job job) {
    Delivery delivery = deliveries.of(job);
    Opened<ReleaseTarget<Record>> open = open(job);
    if (Boolean.parseBoolean(job.option("backup"))) {
      Before first = open.connector().look(open.connection(), delivery);
      if (first.underWay() != null) {
        // A backup now would keep what is half brought there.
        return first;
      }
      backUp(job, delivery.items());
    }
    shipments.sending(job.effect(), job.deliverables(), delivery);
    return open.connector().look(open.connection(), delivery);
  }

  private void backUp(Job job, List<Delivery.Item> items) {
    EnvironmentView at = environments.get(job.at());
    if (!connections.can(at.connector(), Reversible.class)) {
      return;
    }
    Opened<Reversible<Record>> open =
        connections.open(environments.spec(at.id()), Reversible.class);
    for (int i = 0; i < items.size(); i++) {
      backups.keep(job.effect().id(), i, open.connector().backUp(open.connection(), items.get(i)));
    }
  }

  @Override
  public WorkResult start(Job job) {
    Delivery delivery = deliveries.of(job);
    if (shipments.sending(job.effect(), job.deliverables(), delivery)) {
      // Nothing left the house, so it is admitted anew, with approvals for these values.
      return new WorkResult.Broken(
          Fault.of(
              Fault.Kind.UNREACHABLE,
              "Not sent: a parameter changed right before the deployment."));
    }
    Opened<ReleaseTarget<Record>> open = open(job);
    return WorkResult.of(
        open.connector().start(open.connection(), delivery, new DeliveryKey(job.deliveryKey())));
  }

  @Override
  public WorkResult poll(Job job, String handle) {
    Opened<ReleaseTarget<Record>> open = open(job);
    return WorkResult.of(open.connector().poll(open.connection(), new Handle(handle)));
  }

  @Override
  public Finding find(Job job, String before) {
    Opened<ReleaseTarget<Record>> open = open(job);
    return open.connector()
        .find(
            open.connection(),
            deliveries.of(job),
            new DeliveryKey(job.deliveryKey()),
            new Before(before, null, job.effect().sentAt()));
  }

  private Opened<ReleaseTarget<Record>> open(Job job) {
    Opened<ReleaseTarget<Record>> open =
        connections.open(environments.spec(job.at()), ReleaseTarget.class);
    return job.fence().across(open);
  }
}
