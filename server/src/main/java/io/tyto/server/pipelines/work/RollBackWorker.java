package io.tyto.server.pipelines.work;

import io.tyto.server.connections.Connections;
import io.tyto.server.connections.Opened;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.server.pipelines.trace.BackupStore;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.DeliveryKey;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.ReleaseTarget;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import io.tyto.spi.delivery.Reversible;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Puts back what was at a target before an effect of ours. Putting the same backup back twice gives
 * the same as once, so a lost answer is cleared up by doing it again.
 */
@Component
class RollBackWorker implements EffectWorker {
  private final Connections connections;
  private final Environments environments;
  private final Deliveries deliveries;
  private final BackupStore backups;

  RollBackWorker(
      Connections connections,
      Environments environments,
      Deliveries deliveries,
      BackupStore backups) {
    this.connections = connections;
    this.environments = environments;
    this.deliveries = deliveries;
    this.backups = backups;
  }

  @Override
  public EffectKind kind() {
    return EffectKind.ROLL_BACK;
  }

  @Override
  public EffectClass effectClass(Job job) {
    return EffectClass.IDEMPOTENT;
  }

  @Override
  public WorkResult start(Job job) {
    Opened<Reversible<Record>> open =
        connections.open(environments.spec(job.at()), Reversible.class);
    Delivery.Item item =
        deliveries.item(job.context().project(), job.at(), job.deliverables().getFirst(), false);
    List<Reversible.Backup> kept = backups.of(job.option("of"));
    int position = Integer.parseInt(job.option("position"));
    return WorkResult.of(
        open.connector()
            .rollBack(
                job.fence().across(open).connection(),
                item,
                kept.get(position),
                new DeliveryKey(job.deliveryKey())));
  }

  @Override
  public WorkResult poll(Job job, String handle) {
    Opened<ReleaseTarget<Record>> open =
        connections.open(environments.spec(job.at()), ReleaseTarget.class);
    return WorkResult.of(open.connector().poll(open.connection(), new Handle(handle)));
  }

  @Override
  public Finding find(Job job, String before) {
    return new Finding.DidNot("A roll back may be repeated.");
  }
}
