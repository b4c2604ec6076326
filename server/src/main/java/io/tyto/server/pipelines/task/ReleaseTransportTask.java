package io.tyto.server.pipelines.task;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.connections.Connections;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.gate.Targets;
import io.tyto.server.pipelines.run.Effect;
import io.tyto.server.pipelines.run.EffectKind;
import io.tyto.spi.delivery.TransportRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Releases transport requests at their source, tasks first. Irreversible. */
@Component
class ReleaseTransportTask implements TaskRunner {
  private final Targets targets;
  private final Environments environments;
  private final Connections connections;
  private final Shipments shipments;

  ReleaseTransportTask(
      Targets targets, Environments environments, Connections connections, Shipments shipments) {
    this.targets = targets;
    this.shipments = shipments;
    this.environments = environments;
    this.connections = connections;
  }

  @Override
  public String kind() {
    return "release-transport";
  }

  @Override
  public Step begin(TaskContext context) {
    List<Effect.Order> orders = new ArrayList<>();
    Set<EnvironmentId> wanted = wanted(context);
    for (Deliverable deliverable : context.candidate().deliverables()) {
      EnvironmentId source = deliverable.environmentId();
      if (source == null || !(wanted.isEmpty() || wanted.contains(source))) {
        continue;
      }
      EnvironmentView at = environments.get(source);
      if (!releasable(deliverable, at)) {
        continue;
      }
      if (at.mode() == EnvironmentView.Mode.PLAN_ONLY) {
        return new Step.Refused(DeployTask.planOnly(at));
      }
      orders.add(
          shipments.order(
              EffectKind.RELEASE_TRANSPORT,
              source,
              "release:" + at.connector() + ":" + Shipments.externalId(deliverable),
              List.of(deliverable),
              Map.of()));
    }
    return orders.isEmpty()
        ? new Step.NotApplicable("No transport request to release.")
        : new Step.Work("Releasing %d transport requests.".formatted(orders.size()), orders);
  }

  private boolean releasable(Deliverable deliverable, EnvironmentView at) {
    return deliverable.kind().equals("transport")
        && connections.can(at.connector(), TransportRelease.class);
  }

  /** Empty when the task names no source: then each request is released where it comes from. */
  private Set<EnvironmentId> wanted(TaskContext context) {
    TaskSpec.ReleaseTransport spec = context.spec(TaskSpec.ReleaseTransport.class);
    if (spec.environment() == null && spec.stage() == null) {
      return Set.of();
    }
    return targets
        .environmentsOf(
            context.project(), context.pipeline().definition(), spec.environment(), spec.stage())
        .stream()
        .map(EnvironmentView::id)
        .collect(Collectors.toUnmodifiableSet());
  }
}
