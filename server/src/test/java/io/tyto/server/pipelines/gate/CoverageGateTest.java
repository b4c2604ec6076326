package io.tyto.server.pipelines.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.connections.Connections;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.Faces;
import io.tyto.server.pipelines.rig.FakeTarget;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing that a work item carries is left behind without a word. */
class CoverageGateTest {
  private static final GateVerdict FINE = GateVerdict.pass("not-covered", "");
  private static final String CURE = "Add it to the release pipeline, or take it out of the item.";

  private final Asked asked = new Asked();

  private GateVerdict check() {
    return new CoverageGate(
            Faces.answering(
                Connections.class,
                Map.of("descriptors", args -> List.of(new FakeTarget().descriptor()))))
        .check(asked.subject());
  }

  private void carrying(Deliverable... deliverables) {
    asked.deliverables = List.of(deliverables);
  }

  @Test
  void findsADeliverableThatNoDeploymentOfAStageTakes() {
    Deliverable request = World.transport("DEVK900123");
    carrying(Asked.ORDERS, request);
    asked.to(Asked.QA, List.of(Asked.ORDERS)).to(Asked.QA, List.of(request));
    assertThat(check()).isEqualTo(FINE);
    asked.to(Asked.PROD, List.of(Asked.ORDERS));
    assertThat(check())
        .isEqualTo(
            GateVerdict.stop("not-covered", "DEVK900123 has no deployment in stage PROD.", CURE));
  }

  @Test
  void isNoMatterRightBeforeADeployment() {
    asked.to(Asked.QA, List.of());
    assertThat(check().stops()).isTrue();
    asked.moment = GateSubject.Moment.DEPLOYMENT;
    assertThat(check()).isEqualTo(FINE);
  }

  @Test
  void doesNotMissWhatNoConnectorDeploys() {
    carrying(World.step("Call the customer", Map.of("stages", "QA")));
    asked.to(Asked.QA, List.of());
    assertThat(check()).isEqualTo(FINE);
  }

  @Test
  void findsAManualStepForAStageThatDoesNotExist() {
    carrying(
        World.step("Stop jobs", Map.of("stages", "qa\nPROD")),
        World.step("Start jobs", Map.of("stages", "UAT")));
    assertThat(check())
        .isEqualTo(
            GateVerdict.stop(
                "not-covered",
                "The manual step \"Start jobs\" is for stage UAT, which standard does not have.",
                CURE));
  }

  @Test
  void findsAManualStepThatNoDeploymentStandsBeside() {
    carrying(World.step("Stop jobs", Map.of()));
    assertThat(check()).isEqualTo(FINE);
    asked.pipeline = Pipes.of(Pipes.task("Build", new TaskSpec.Build()));
    assertThat(check())
        .isEqualTo(
            GateVerdict.stop(
                "not-covered",
                "Nothing is deployed that the manual step \"Stop jobs\" could stand beside: name"
                    + " its stage.",
                CURE));
    carrying(World.step("Stop jobs", Map.of("stages", "QA")));
    assertThat(check()).as("its stage exists").isEqualTo(FINE);
  }
}
