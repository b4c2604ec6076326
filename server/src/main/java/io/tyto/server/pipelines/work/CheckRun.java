package io.tyto.server.pipelines.work;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.connections.Connections;
import io.tyto.server.connections.Opened;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Environments;
import io.tyto.server.pipelines.gate.Target;
import io.tyto.spi.Descriptor;
import io.tyto.spi.delivery.Validator;
import io.tyto.spi.delivery.Validator.CheckFinding;
import io.tyto.spi.delivery.Validator.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs checks: those of connectors where their descriptors say, and our own. */
@Component
public class CheckRun {
  /** Another open work item carries the same object; also answered by connectors for requests. */
  private static final String OVERLAPS = "overlaps";

  private final Connections connections;
  private final Environments environments;
  private final Deliverables deliverables;
  private final Deliveries deliveries;

  CheckRun(
      Connections connections,
      Environments environments,
      Deliverables deliverables,
      Deliveries deliveries) {
    this.connections = connections;
    this.environments = environments;
    this.deliverables = deliverables;
    this.deliveries = deliveries;
  }

  /**
   * Reads sources and targets; never in a transaction.
   *
   * @param targets where the deliverables would go next
   */
  public List<CheckFinding> run(
      WorkItemId item, List<Deliverable> list, List<Target> targets, List<String> checks) {
    return run(List.of(item), list, targets, checks);
  }

  /**
   * The same for what is promoted together.
   *
   * @param items at least one, of one project
   */
  List<CheckFinding> run(
      List<WorkItemId> items, List<Deliverable> list, List<Target> targets, List<String> checks) {
    WorkItemId item = items.getFirst();
    List<CheckFinding> findings = new ArrayList<>();
    for (String check : checks) {
      if (check.equals(OVERLAPS)) {
        items.forEach(each -> findings.addAll(overlaps(each, items)));
      }
      sources(list)
          .forEach((at, own) -> findings.addAll(ask(item, at, own, check, Descriptor.At.SOURCE)));
      targets.forEach(target ->
          findings.addAll(
              ask(item, target.environment(), target.deliverables(), check, Descriptor.At.TARGET)));
    }
    return findings;
  }

  private List<CheckFinding> overlaps(WorkItemId item, List<WorkItemId> together) {
    return deliverables.collisions(item).stream()
        .filter(c -> !together.contains(c.other()))
        .map(c ->
            new CheckFinding(
                OVERLAPS,
                Severity.WARNING,
                c.object(),
                c.message(),
                "Promote %s together with it, or agree on the order.".formatted(c.other().value())))
        .toList();
  }

  private Map<EnvironmentView, List<Deliverable>> sources(List<Deliverable> list) {
    Map<EnvironmentView, List<Deliverable>> sources = new LinkedHashMap<>();
    for (Deliverable deliverable : list) {
      if (deliverable.environmentId() != null) {
        environments
            .find(deliverable.environmentId())
            .ifPresent(
                at -> sources.computeIfAbsent(at, any -> new ArrayList<>()).add(deliverable));
      }
    }
    return sources;
  }

  private List<CheckFinding> ask(
      WorkItemId item,
      EnvironmentView at,
      List<Deliverable> list,
      String check,
      Descriptor.At side) {
    boolean knows =
        connections.descriptor(at.connector()).stream()
            .flatMap(descriptor -> descriptor.checks().stream())
            .anyMatch(kind -> kind.id().equals(check) && kind.at() == side);
    if (!knows || list.isEmpty()) {
      return List.of();
    }
    ProjectKey project = item.project();
    Opened<Validator<Record>> open = connections.open(environments.spec(at.id()), Validator.class);
    return open.connector()
        .validate(open.connection(), deliveries.of(project, at.id(), list, Map.of()), check);
  }
}
