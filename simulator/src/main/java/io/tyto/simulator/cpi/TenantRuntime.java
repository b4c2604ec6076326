package io.tyto.simulator.cpi;

import io.tyto.simulator.cpi.content.CpiRefusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What runs in a tenant, and the deployment tasks that brought it there. */
final class TenantRuntime {
  private final Map<String, Deployment> latest = new LinkedHashMap<>();
  private final Map<String, Deployment> tasks = new LinkedHashMap<>();
  private final Supplier<Instant> clock;

  TenantRuntime(Supplier<Instant> clock) {
    this.clock = clock;
  }

  synchronized @Nullable Deployment latest(String id) {
    return latest.get(id);
  }

  synchronized void deploy(Deployment deployment) {
    latest.put(deployment.id(), deployment);
    tasks.put(deployment.task(), deployment);
  }

  synchronized List<Deployment.Row> rows() {
    Instant now = clock.get();
    return latest.values().stream().flatMap(each -> each.row(now).stream()).toList();
  }

  synchronized Optional<Deployment.Row> row(String id) {
    return Optional.ofNullable(latest.get(id)).flatMap(each -> each.row(clock.get()));
  }

  synchronized String taskStatus(String task) {
    Deployment deployment = tasks.get(task);
    if (deployment == null) {
      throw CpiRefusal.notFound("Requested entity could not be found.");
    }
    return deployment.taskStatus(clock.get());
  }

  /** The failure text, empty while it is not explained yet or when there is none. */
  synchronized String explanation(String id, boolean atOnce) {
    Deployment deployment = latest.get(id);
    if (deployment == null || deployment.row(clock.get()).isEmpty()) {
      throw CpiRefusal.notFound("Requested entity could not be found.");
    }
    boolean failed =
        deployment.row(clock.get()).filter(row -> row.status().equals("ERROR")).isPresent();
    boolean told = atOnce ? failed : deployment.explains(clock.get());
    return told ? deployment.failure() : "";
  }

  synchronized void undeploy(String id, boolean whileStopping) {
    Deployment.Row row =
        row(id).orElseThrow(() -> CpiRefusal.notFound("Requested entity could not be found."));
    Deployment deployment = latest.get(id);
    if (row.status().equals("STOPPING") && !whileStopping) {
      throw CpiRefusal.notFound("Requested entity could not be found.");
    }
    if (deployment != null && !row.status().equals("STOPPING")) {
      latest.put(id, deployment.undeployed(clock.get()));
    }
  }
}
