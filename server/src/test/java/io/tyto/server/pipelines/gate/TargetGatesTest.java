package io.tyto.server.pipelines.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.EnvironmentId;
import io.tyto.server.landscape.EnvironmentView;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.rig.Faces;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.projects.Projects;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The gates that look at where it goes and at who lets it go there. */
class TargetGatesTest {
  private static final EnvironmentView SHOW =
      Asked.environment("CPI-SHOW", EnvironmentView.Type.QUALITY, EnvironmentView.Mode.PLAN_ONLY);

  private final Asked asked = new Asked();
  private boolean mayPromote = true;
  private Set<EnvironmentId> mayDeployTo = Set.of();

  @Test
  void stopsBeforeAnEnvironmentThatIsOnlyPlannedFor() {
    PlanOnlyGate gate = new PlanOnlyGate();
    GateVerdict fine = GateVerdict.pass("environment-plan-only", "");
    assertThat(gate.check(asked.to(Asked.QA).subject())).isEqualTo(fine);
    assertThat(gate.check(asked.to(SHOW, List.of()).subject())).isEqualTo(fine);
    assertThat(gate.check(asked.to(SHOW).to(SHOW).subject()))
        .isEqualTo(
            GateVerdict.stop(
                "environment-plan-only",
                "CPI-SHOW: plan-only, so Tyto does not write there.",
                "An administrator sets the mode to LIVE."));
  }

  private GateVerdict permission() {
    TargetPermissionGate gate =
        new TargetPermissionGate(
            Faces.answering(Projects.class, Map.of("deployTo", args -> mayDeployTo)),
            Faces.answering(
                Access.class, Map.of("may", args -> mayPromote && args[1] == Permission.PROMOTE)));
    return gate.check(asked.subject());
  }

  @Test
  void wantsTheRoleToPromote() {
    asked.to(Asked.QA);
    assertThat(permission()).isEqualTo(GateVerdict.pass("missing-permission", ""));
    mayPromote = false;
    assertThat(permission())
        .isEqualTo(
            GateVerdict.stop(
                "missing-permission",
                "Promoting takes the role developer or release-manager.",
                "A project administrator gives it under Project Settings > Users."));
  }

  @Test
  void wantsTheRightToDeployToProductionByName() {
    asked.to(Asked.PROD).to(Asked.PROD);
    assertThat(permission())
        .isEqualTo(
            GateVerdict.stop(
                "missing-permission",
                "You may not deploy to CPI-PROD.",
                "A project administrator gives that right under Project Settings > Users."));
    mayDeployTo = Set.of(Asked.PROD.id());
    assertThat(permission()).isEqualTo(GateVerdict.pass("missing-permission", ""));
    mayDeployTo = Set.of();
    asked.targets.clear();
    asked.to(Asked.PROD, List.of());
    assertThat(permission().stops()).as("nothing goes there").isFalse();
  }

  @Test
  void neverPromotesToProductionByItself() {
    asked.promoter = Actor.SYSTEM.id();
    mayPromote = false;
    mayDeployTo = Set.of(Asked.PROD.id());
    asked.to(Asked.QA);
    assertThat(permission()).isEqualTo(GateVerdict.pass("missing-permission", ""));
    asked.to(Asked.PROD, List.of());
    assertThat(permission().stops()).as("nothing goes there").isFalse();
    asked.to(Asked.PROD);
    assertThat(permission())
        .isEqualTo(
            GateVerdict.stop(
                "missing-permission",
                "Automatic promotion never goes to Production.",
                "Put a wait-for-promotion before it, which a person releases."));
  }

  private static PipelineDefinition approving(String... exclude) {
    return Pipes.of(
        Pipes.task("Approve", Pipes.approve(List.of("role:approver"), 1, exclude)),
        Pipes.task("Deploy PROD", Pipes.deploy("CPI-PROD", false)));
  }

  @Test
  void wantsAnApprovalThatKeepsTheFourEyesBeforeProduction() {
    FourEyesGate asks = new FourEyesGate(false);
    FourEyesGate insists = new FourEyesGate(true);
    asked.pipeline = approving("promoter");
    asked.to(Asked.QA);
    assertThat(insists.check(asked.subject()))
        .isEqualTo(GateVerdict.pass("four-eyes", "Nothing goes to Production."));
    asked.to(Asked.PROD);
    String lacks =
        "\"Deploy PROD\" deploys to Production without an approval that excludes promoter and"
            + " author.";
    String cure =
        "Put an approval before it, in the release pipeline, that excludes promoter and author.";
    assertThat(asks.check(asked.subject())).isEqualTo(GateVerdict.warn("four-eyes", lacks, cure));
    assertThat(insists.check(asked.subject()))
        .isEqualTo(GateVerdict.stop("four-eyes", lacks, cure));
    asked.pipeline = approving("promoter", "author");
    assertThat(insists.check(asked.subject()))
        .isEqualTo(GateVerdict.pass("four-eyes", "An approval keeps the four eyes."));
  }
}
