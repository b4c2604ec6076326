package io.tyto.server.pipelines.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tyto.server.artifacts.Candidate;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.Deliverables;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.RefusalKind;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.landscape.Landscape;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.definition.PipelineDefinition.Stage;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import io.tyto.server.pipelines.definition.PipelineView;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.Faces;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.stories.WorkItems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes where, and which part of a pipeline one press of Promote sets going. */
class TargetsTest {
  private final EngineRig rig = EngineRig.inMemory();
  private final Targets targets = rig.bean(Targets.class);

  @AfterEach
  void close() {
    rig.close();
  }

  private EnvironmentView at(String id) {
    return rig.world.environments.get(new EnvironmentId(id));
  }

  private boolean takes(String environment, Deliverable deliverable) {
    return targets.takes(World.PROJECT, at(environment), deliverable);
  }

  private void landscape(String... chain) {
    rig.world.landscapes.add(
        new Landscape("line", List.of(chain).stream().map(EnvironmentId::new).toList()));
  }

  @Test
  void takesWhatTheConnectorDeploysAnywhereButToWhereItComesFrom() {
    assertThat(takes("cpi-qa", Asked.ORDERS)).isTrue();
    assertThat(takes("cpi-dev", Asked.ORDERS)).as("it is there").isFalse();
    Deliverable step = World.step("Call the customer", Map.of());
    assertThat(takes("cpi-qa", step)).isFalse();
    assertThat(takes("cpi-dev", step)).isFalse();
  }

  @Test
  void takesWhatWasUploadedEverywhere() {
    Deliverable from = Asked.ORDERS;
    Deliverable upload =
        new Deliverable(
            "upload",
            from.workItem(),
            from.kind(),
            null,
            "Orders",
            "1",
            "Orders",
            null,
            null,
            null,
            null,
            List.of(),
            Map.of(),
            1,
            "dana",
            from.addedAt());
    landscape("cpi-qa", "cpi-prod");
    assertThat(takes("cpi-dev", upload)).isTrue();
    assertThat(takes("cpi-prod", upload)).isTrue();
  }

  @Test
  void followsTheLandscapesThatStartWhereItComesFrom() {
    rig.world.environment("CPI-OLD", EnvironmentView.Type.QUALITY, EnvironmentView.Mode.LIVE);
    landscape("cpi-old", "cpi-dev", "cpi-qa");
    assertThat(takes("cpi-qa", Asked.ORDERS)).isTrue();
    assertThat(takes("cpi-old", Asked.ORDERS)).as("that is upstream").isFalse();
    assertThat(takes("cpi-prod", Asked.ORDERS)).as("no landscape leads there").isFalse();
    landscape("cpi-qa", "cpi-prod");
    assertThat(takes("cpi-prod", Asked.ORDERS)).as("another one's landscape").isFalse();
    landscape("cpi-dev", "cpi-prod");
    assertThat(takes("cpi-prod", Asked.ORDERS)).isTrue();
  }

  @Test
  void isAnywhereWhenItsSourceIsInNoLandscape() {
    landscape("cpi-qa", "cpi-prod");
    assertThat(takes("cpi-prod", Asked.ORDERS)).isTrue();
  }

  @Test
  void findsEveryDeploymentWithWhatItTakesInOrder() {
    Deliverable step = World.step("Call the customer", Map.of());
    Deliverable request = World.transport("DEVK900123");
    Candidate candidate = Asked.candidate(Asked.ITEM, List.of(request, step, Asked.ORDERS));
    PipelineDefinition pipeline = Pipes.standard();
    assertThat(targets.of(World.PROJECT, pipeline, pipeline.stages(), candidate))
        .containsExactly(
            new Target("QA", "Deploy QA", at("cpi-qa"), List.of(request, Asked.ORDERS)),
            new Target("PROD", "Deploy PROD", at("cpi-prod"), List.of(request, Asked.ORDERS)));
    assertThat(targets.of(World.PROJECT, pipeline, pipeline.stages(), candidate))
        .extracting(Target::production)
        .containsExactly(false, true);
  }

  @Test
  void saysWhichEnvironmentOrPlaceIsMissing() {
    PipelineDefinition pipeline = Pipes.standard();
    Refusal unknown =
        catchThrowableOfType(
            Refusal.class, () -> targets.environmentsOf(World.PROJECT, pipeline, "CPI-UAT", null));
    assertThat(unknown.code().code()).isEqualTo("unknown-environment");
    assertThat(unknown.code().kind()).isEqualTo(RefusalKind.CONFLICT);
    assertThat(unknown).hasMessageContaining("\"CPI-UAT\"");
    Refusal nowhere =
        catchThrowableOfType(
            Refusal.class, () -> targets.environmentsOf(World.PROJECT, pipeline, null, "UAT"));
    assertThat(nowhere.code().code()).isEqualTo("no-such-place");
    assertThat(nowhere).hasMessageContaining("\"UAT\"");
    assertThat(targets.environmentsOf(World.PROJECT, pipeline, "CPI-QA", null))
        .containsExactly(at("cpi-qa"));
  }

  private static List<String> names(List<Stage> segment) {
    return segment.stream()
        .flatMap(stage -> stage.tasks().stream().map(task -> stage.name() + "/" + task.name()))
        .toList();
  }

  @Test
  void cutsThePipelineAtItsWaits() {
    PipelineDefinition pipeline = Pipes.standard();
    assertThat(names(Segment.of(pipeline, null)))
        .containsExactly("QA/Build QA", "QA/Validate QA", "QA/Approve QA", "QA/Deploy QA");
    List<Stage> rest = Segment.of(pipeline, "Wait PROD");
    assertThat(names(rest)).containsExactly("PROD/Approve PROD", "PROD/Deploy PROD", "PROD/Status");
    assertThat(rest).as("no empty stage").hasSize(1);
  }

  @Test
  void stopsAtTheNextWaitEvenInTheSameStage() {
    Task build = Pipes.task("Build", new TaskSpec.Build());
    Task first = Pipes.task("First", new TaskSpec.WaitForPromotion());
    Task deploy = Pipes.task("Deploy", Pipes.deploy("CPI-QA", false));
    Task second = Pipes.task("Second", new TaskSpec.WaitForPromotion());
    Task last = Pipes.task("Last", new TaskSpec.Build());
    PipelineDefinition pipeline = Pipes.of(build, first, deploy, second, last);
    assertThat(names(Segment.of(pipeline, null))).containsExactly("QA/Build");
    assertThat(names(Segment.of(pipeline, "First"))).containsExactly("QA/Deploy");
    assertThat(names(Segment.of(pipeline, "Second"))).containsExactly("QA/Last");
  }

  @Test
  void asksAboutEachPartOfWhatIsPromotedTogether() {
    Candidate one = Asked.candidate(Asked.ITEM, List.of(Asked.ORDERS));
    Candidate other = Asked.candidate(Asked.OTHER, List.of(World.transport("DEVK900123")));
    Candidate both = Asked.candidate(Asked.ITEM, List.of());
    Subjects subjects =
        new Subjects(
            rig.bean(WorkItems.class),
            Faces.answering(Deliverables.class, Map.of("together", args -> both)));
    PipelineView pipeline = new Asked().subject().pipeline();
    GateSubject alone =
        subjects
            .of(GateSubject.Moment.PROMOTION, List.of(one), pipeline, List.of(), Asked.DANA)
            .getFirst();
    assertThat(alone.whole()).isEqualTo(one);
    assertThat(alone.together()).containsExactly(Asked.ITEM);
    List<GateSubject> parts =
        subjects.of(
            GateSubject.Moment.DEPLOYMENT, List.of(one, other), pipeline, List.of(), Asked.DANA);
    assertThat(parts).extracting(GateSubject::candidate).containsExactly(one, other);
    assertThat(parts).extracting(part -> part.item().id()).containsExactly(Asked.ITEM, Asked.OTHER);
    assertThat(parts)
        .allSatisfy(part -> {
          assertThat(part.whole()).isEqualTo(both);
          assertThat(part.together()).isEqualTo(Set.of(Asked.ITEM, Asked.OTHER));
          assertThat(part.promoter()).isEqualTo(Asked.DANA);
          assertThat(part.moment()).isEqualTo(GateSubject.Moment.DEPLOYMENT);
        });
  }
}
