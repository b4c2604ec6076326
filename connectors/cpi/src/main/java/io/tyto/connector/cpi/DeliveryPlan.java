package io.tyto.connector.cpi;

import io.tyto.connector.cpi.wire.DesignArtifact;
import io.tyto.connector.cpi.wire.RuntimeArtifact;
import io.tyto.spi.artifacts.ParameterSource.Parameter;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.Delivery.Item;
import io.tyto.spi.delivery.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a delivery would change at a tenant. */
final class DeliveryPlan {
  private final Tenant tenant;

  DeliveryPlan(Tenant tenant) {
    this.tenant = tenant;
  }

  Plan of(Delivery delivery) {
    boolean deploys = !Deployment.uploadOnly(delivery);
    return new Plan(delivery.items().stream().map(item -> change(item, deploys)).toList());
  }

  private Plan.Change change(Item item, boolean deploys) {
    String id = item.externalId();
    Optional<DesignArtifact> design =
        new Upload(tenant).typeOf(item).flatMap(type -> tenant.design().find(type, id));
    Optional<RuntimeArtifact> running = tenant.deployed().find(id);
    List<String> details = new ArrayList<>();
    if (design.isEmpty()) {
      arrival(item, details);
    } else {
      replacement(item, design.get(), details);
    }
    if (!deploys) {
      details.add("It is uploaded only; what runs stays as it is.");
    } else if (running.flatMap(Deployment::underWay).isPresent()) {
      details.add(
          running.flatMap(Deployment::underWay).get() + " A deployment waits until that is over.");
    } else if (running.isPresent() && running.get().version().equals(item.version())) {
      details.add("This version runs already; it is deployed again.");
    } else if (running.isEmpty()) {
      details.add("Nothing of it runs yet.");
    }
    String from =
        running
            .filter(each -> deploys)
            .map(RuntimeArtifact::version)
            .or(() -> design.map(DesignArtifact::version))
            .orElse(null);
    return new Plan.Change(item.kind(), id, item.name(), from, item.version(), details);
  }

  private void arrival(Item item, List<String> details) {
    String packageId = item.facts().getOrDefault(Facts.PACKAGE_ID, "");
    details.add("It is new at the target, in package " + packageId + ".");
    if (!packageId.isEmpty() && tenant.design().findPackage(packageId).isEmpty()) {
      String name = item.facts().getOrDefault(Facts.PACKAGE_NAME, packageId);
      details.add("The package " + packageId + " (" + name + ") is created.");
    }
    item.parameters()
        .forEach((key, value) -> details.add("Parameter " + key + ": set to " + value));
  }

  private void replacement(Item item, DesignArtifact there, List<String> details) {
    String source = item.facts().get(Facts.PACKAGE_ID);
    if (source != null && !there.packageId().isEmpty() && !source.equals(there.packageId())) {
      details.add("It stays in the target's package " + there.packageId() + ".");
    }
    if (new ArtifactCatalog(tenant).asListed(there).draft()) {
      details.add("The target has a draft of it, which is overwritten.");
    }
    List<Parameter> parameters = tenant.design().parameters(there.type(), there.id());
    long kept = 0;
    for (Parameter each : parameters) {
      String wanted = item.parameters().get(each.key());
      if (wanted == null) {
        kept++;
      } else if (!wanted.equals(each.value())) {
        details.add("Parameter %s: %s -> %s".formatted(each.key(), each.value(), wanted));
      }
    }
    if (kept > 0) {
      details.add("Parameters that keep the value of the target: " + kept);
    }
  }
}
