package io.tyto.server.pipelines.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.pipelines.rig.Faces;
import io.tyto.server.pipelines.rig.World;
import io.tyto.server.projects.ProjectSettings;
import io.tyto.server.projects.ProjectView;
import io.tyto.server.projects.Projects;
import io.tyto.server.stories.StatusWriter;
import io.tyto.server.stories.StatusWriter.LiveStatus;
import io.tyto.server.stories.WorkItemView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gates that look at the work item: what it carries, its component, its status outside. */
class ItemGatesTest {
  private final Asked asked = new Asked();

  @Test
  void stopsWhatHasNothingToPromote() {
    DeliverablesGate gate = new DeliverablesGate();
    assertThat(gate.check(asked.subject())).isEqualTo(GateVerdict.pass("no-deliverables", ""));
    asked.deliverables = List.of();
    assertThat(gate.check(asked.subject()))
        .isEqualTo(
            GateVerdict.stop(
                "no-deliverables",
                "BHA-1 has no deliverables.",
                "Attach some, or mark it as having no artifacts."));
    asked.noArtifacts = true;
    assertThat(gate.check(asked.subject())).isEqualTo(GateVerdict.pass("no-deliverables", ""));
  }

  private static ComponentGate componentGate(boolean required) {
    ProjectSettings settings = new ProjectSettings(required, false, "developer");
    return new ComponentGate(
        Faces.answering(
            Projects.class,
            Map.of(
                "get",
                args -> new ProjectView(World.PROJECT, "Basic", "", null, settings, false, 1))));
  }

  @Test
  void wantsAComponentWhereTheProjectDoes() {
    GateVerdict fine = GateVerdict.pass("component-missing", "");
    assertThat(componentGate(false).check(asked.subject())).isEqualTo(fine);
    GateVerdict missing = componentGate(true).check(asked.subject());
    assertThat(missing)
        .isEqualTo(
            GateVerdict.stop(
                "component-missing",
                "BHA-1 has no component, which this project requires.",
                "Set it with Actions > Edit."));
    asked.component = " ";
    assertThat(componentGate(true).check(asked.subject())).isEqualTo(missing);
    asked.component = "FI";
    assertThat(componentGate(true).check(asked.subject())).isEqualTo(fine);
  }

  @Test
  void letsPeoplePassWhatIsGoneWithAReason() {
    GoneGate gate = new GoneGate();
    assertThat(gate.check(asked.subject())).isEqualTo(GateVerdict.pass("gone", ""));
    asked.gone = true;
    assertThat(gate.check(asked.subject()))
        .isEqualTo(
            GateVerdict.stopUnlessOverridden(
                "gone", "BHA-1 is gone in the external system.", GoneGate.CURE));
  }

  private GateVerdict status(LiveStatus live) {
    return new ExternalStatusGate(
            Faces.answering(StatusWriter.class, Map.of("readStatus", args -> live)))
        .check(asked.subject());
  }

  private GateVerdict phase(String phase) {
    return status(
        new LiveStatus.Known(new WorkItemView.Status(phase, "the " + phase), phase, true));
  }

  @Test
  void saysOnceThatAnItemIsGone() {
    LiveStatus gone = new LiveStatus.Gone("BHA-1 was deleted.");
    assertThat(status(gone))
        .isEqualTo(GateVerdict.stopUnlessOverridden("gone", "BHA-1 was deleted.", GoneGate.CURE));
    asked.gone = true;
    assertThat(status(gone)).isEqualTo(GateVerdict.pass("alm-status", "BHA-1 was deleted."));
  }

  @Test
  void warnsWhenTheStatusCannotBeRead() {
    assertThat(status(new LiveStatus.Unreadable("401")))
        .isEqualTo(
            GateVerdict.warn(
                "alm-status",
                "The status could not be read live: 401",
                "Test the credential of the integration; it is read anew with each plan."));
  }

  @Test
  void leavesTheStatusAloneWhereItsGatesAreSwitchedOff() {
    asked.to(Asked.PROD);
    LiveStatus off = new LiveStatus.Known(new WorkItemView.Status("DONE", "Done"), "DONE", false);
    assertThat(status(off))
        .isEqualTo(
            GateVerdict.pass("alm-status", "Status gates are switched off for this integration."));
  }

  @Test
  void letsOnlyWhatIsReadyGoToProduction() {
    asked.to(Asked.PROD);
    assertThat(phase("READY_FOR_PRODUCTION"))
        .isEqualTo(GateVerdict.pass("alm-status", "Status is the READY_FOR_PRODUCTION."));
    assertThat(phase("IN_TESTING"))
        .isEqualTo(
            GateVerdict.stop(
                "alm-status",
                "Its status is the IN_TESTING: Production needs Ready for Production.",
                "Set that status in the external system; it is read anew with each plan."));
  }

  @Test
  void stopsWhatIsOnlySpecifiedBeforeTheFirstTestSystem() {
    asked.to(Asked.QA);
    assertThat(phase("IN_TESTING").verdict()).isEqualTo(GateVerdict.Verdict.PASS);
    assertThat(phase("SPECIFIED"))
        .isEqualTo(
            GateVerdict.stop(
                "alm-status",
                "Its status is the SPECIFIED.",
                "Start its implementation first, in the external system."));
    asked.targets.clear();
    asked.to(Asked.DEV);
    assertThat(phase("SPECIFIED").verdict()).isEqualTo(GateVerdict.Verdict.PASS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOT_PLANNED", "DONE"})
  void letsPeoplePassWhatIsOverWithAReason(String phase) {
    asked.to(Asked.QA);
    assertThat(phase(phase))
        .isEqualTo(
            GateVerdict.stopUnlessOverridden(
                "alm-status",
                "Its status is the " + phase + ".",
                "Create a follow-up feature, or override this with a reason."));
  }

  @Test
  void onlyWarnsAboutTheStatusOfAStory() {
    asked.type = WorkItemView.Type.USER_STORY;
    asked.to(Asked.PROD);
    assertThat(phase("DONE"))
        .isEqualTo(
            GateVerdict.warn(
                "alm-status",
                "Its status is the DONE.",
                "Create a follow-up feature, or override this with a reason."));
    assertThat(phase("READY_FOR_PRODUCTION").verdict()).isEqualTo(GateVerdict.Verdict.PASS);
  }
}
