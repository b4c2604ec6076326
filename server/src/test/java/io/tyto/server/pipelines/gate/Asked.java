package io.tyto.server.pipelines.gate;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.UserId;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.stories.WorkItemView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A promotion to ask gates about; a test changes what it is about. */
final class Asked {
  static final WorkItemId ITEM = new WorkItemId("BHA-1");
  static final WorkItemId OTHER = new WorkItemId("BHA-2");
  static final UserId DANA = new UserId("dana");
  static final Deliverable ORDERS = World.artifact("Orders", "1.0.4", null);
  static final EnvironmentView DEV = environment("CPI-DEV", EnvironmentView.Type.DEVELOPMENT);
  static final EnvironmentView QA = environment("CPI-QA", EnvironmentView.Type.QUALITY);
  static final EnvironmentView PROD = environment("CPI-PROD", EnvironmentView.Type.PRODUCTION);

  WorkItemId id = ITEM;
  GateSubject.Moment moment = GateSubject.Moment.PROMOTION;
  WorkItemView.Type type = WorkItemView.Type.FEATURE;
  String component;
  boolean gone;
  boolean noArtifacts;
  List<WorkItemId> parents = List.of();
  String pipelineStatus;
  UserId promoter = DANA;
  PipelineDefinition pipeline = Pipes.standard();
  List<Deliverable> deliverables = List.of(ORDERS);
  Set<WorkItemId> together = Set.of(ITEM);
  final List<Target> targets = new ArrayList<>();

  static EnvironmentView environment(String name, EnvironmentView.Type type) {
    return environment(name, type, EnvironmentView.Mode.LIVE);
  }

  static EnvironmentView environment(
      String name, EnvironmentView.Type type, EnvironmentView.Mode mode) {
    EnvironmentId id = new EnvironmentId(name.toLowerCase(java.util.Locale.ROOT));
    return new EnvironmentView(id, name, "fake", type, mode, Map.of(), null, 1);
  }

  /** Also goes there, with all it carries. */
  Asked to(EnvironmentView environment) {
    return to(environment, deliverables);
  }

  Asked to(EnvironmentView environment, List<Deliverable> taken) {
    String stage = environment.name().substring(environment.name().indexOf('-') + 1);
    targets.add(new Target(stage, "Deploy " + stage, environment, taken));
    return this;
  }

  WorkItemView item(WorkItemId id) {
    return new WorkItemView(
        id,
        "integration",
        "6-28",
        "uuid",
        null,
        type,
        "Replicate orders",
        new WorkItemView.Status("IN_TESTING", "In Testing"),
        "IN_TESTING",
        null,
        null,
        null,
        parents,
        0,
        "pipeline",
        component,
        null,
        null,
        noArtifacts,
        null,
        null,
        pipelineStatus,
        gone,
        1);
  }

  GateSubject subject() {
    Candidate candidate = candidate(id, deliverables);
    return new GateSubject(
        moment,
        item(id),
        candidate,
        new PipelineView("pipeline", World.PROJECT, 1, pipeline, ""),
        targets,
        promoter,
        candidate,
        together);
  }

  static Candidate candidate(WorkItemId item, List<Deliverable> deliverables) {
    return new Candidate(item, 1, deliverables.toString(), false, deliverables);
  }
}
