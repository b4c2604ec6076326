package io.tyto.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.alm.AlmLink;
import io.tyto.simulator.core.Faults.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Scenario 16: one {@code kill -9} of the packaged server in the middle of everything. What it hits
 * is held there by the simulated landscape; each test looks at one of the victims after the server
 * started again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {
  private static final String QA_ALONE =
      """
      name: qa-alone
      stages:
        - name: QA
          tasks:
            - build: {}
            - deploy: { environment: @cpi-qa }
      """;

  private static final String TWO_APPROVALS =
      """
      name: two-approvals
      stages:
        - name: QA
          tasks:
            - build: {}
            - approve: { by: [role:release-manager], min: 2, exclude: [promoter] }
            - deploy: { environment: @cpi-qa }
      """;

  private static final String IMPORT_ALONE =
      """
      name: import-alone
      stages:
        - name: QA
          tasks:
            - build: {}
            - deploy: { environment: @abap-qas }
      """;

  /** One thing on its way through one run. */
  private static final class Victim {
    private final Item item;
    private final String subject;
    private Journey run;

    private Victim(Item item, String subject) {
      this.item = item;
      this.subject = subject;
    }

    static Victim flow(Rollout rollout) {
      Victim victim = new Victim(rollout.story("Killed on its way"), rollout.iFlow());
      victim.item.attachFlow(victim.subject);
      return victim;
    }

    static Victim request(Rollout rollout, String number) {
      Victim victim = new Victim(rollout.story("Killed during its import"), number);
      victim.item.attachTransport(number);
      return victim;
    }

    void start() {
      run = item.start();
    }

    List<JsonNode> done(String system, String action) {
      return item.rollout().control().done(system, action, subject);
    }
  }

  @TempDir static Path folder;

  private KillRig rig;
  private AlmLink link;
  private String sync;
  private Victim uploading;
  private Victim unanswered;
  private Victim polled;
  private Victim halfApproved;
  private Victim imported;

  @BeforeAll
  void killsTheServerInTheMiddleOfEverything() throws Exception {
    rig = KillRig.start(folder);
    link = AlmLink.to(rig.tyto(), AlmLink.generated(rig.tyto(), 30, 300));
    halfApproved = Victim.flow(rig.rollout(TWO_APPROVALS));
    uploading = Victim.flow(rig.rollout(QA_ALONE));
    unanswered = Victim.flow(rig.rollout(QA_ALONE));
    polled = Victim.flow(rig.rollout(QA_ALONE));
    imported = Victim.request(rig.rollout(IMPORT_ALONE), rig.request("ZCL_KILLED", true));
    halfApproved.start();
    halfApproved.run.approve(halfApproved.item.rollout().manager(), "QA");
    beginSync();
    beginImport();
    beginDeployments();
    for (Victim victim : List.of(uploading, unanswered, polled, imported)) {
      assertThat(victim.run.task("deploy", "QA").path("state").asString()).isEqualTo("RUNNING");
    }
    assertThat(link.state(sync)).isEqualTo("RUNNING");
    assertThat(rig.server().process().info().command().orElse("")).endsWith("java");
    rig.server().killAndStart();
  }

  @AfterAll
  void ends() throws Exception {
    rig.close();
  }

  private void beginSync() {
    rig.tyto().simulator().desk("alm").switches().set("task-page-cap", "40");
    rig.holdAnswer("alm", link.calls("GET /api/calm-tasks"), 3);
    sync = startSync();
    rig.awaitHeld("alm");
  }

  private String startSync() {
    return link.api().post(link.project.path("/syncs"), Map.of("mode", "FULL")).expect(202).id();
  }

  private void beginImport() {
    rig.holdAnswer("abap-qas", "POST /sap/bc/soap/rfc", 0);
    imported.start();
    rig.awaitHeld("abap-qas");
  }

  private void beginDeployments() {
    rig.holdAnswer("cpi-qa", "POST /api/v1/IntegrationDesigntimeArtifacts", 0);
    uploading.start();
    rig.awaitHeld("cpi-qa");
    rig.holdAnswer("cpi-qa", "POST /api/v1/DeployIntegrationDesigntimeArtifact", 0);
    unanswered.start();
    rig.awaitHeld("cpi-qa");
    Fault slow = Fault.once("slow-deploy", "").withValue("PT10S");
    rig.tyto().simulator().desk("cpi-qa").faults().arm(slow);
    polled.start();
    rig.awaitRequest("cpi-qa", "BuildAndDeployStatus");
  }

  @Test
  void endsTheSyncWithNothingMissingAndNothingTwice() {
    JsonNode ended =
        Patience.until(
            "the sync to end",
            () -> link.api().get(link.project.path("/syncs/" + sync)).expect(200).json(),
            one -> !one.path("state").asString().equals("RUNNING"));
    assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("COMPLETED");
    assertThat(link.hash()).isEqualTo(link.truth());
    assertThat(link.items())
        .hasSize(330)
        .extracting(item -> item.path("externalUuid").asString())
        .doesNotHaveDuplicates();
    assertThat(AlmLink.counts(link.ended(startSync()))).isEqualTo("COMPLETED 0/0/330/0");
  }

  @Test
  void deploysWhatWasOnlyUploaded() {
    uploading.run.rests("COMPLETED");
    assertThat(uploading.done("cpi-qa", "create")).hasSize(1);
    assertThat(uploading.done("cpi-qa", "deploy")).hasSize(1);
  }

  @Test
  void findsOutThatADeploymentHappenedWhoseAnswerWasNeverReceived() {
    JsonNode seen = unanswered.run.rests("COMPLETED");
    assertThat(unanswered.done("cpi-qa", "deploy")).hasSize(1);
    assertThat(Journey.task(seen, "deploy", "QA").path("evidence").size()).isPositive();
  }

  @Test
  void goesOnPollingADeployment() {
    polled.run.rests("COMPLETED");
    assertThat(polled.done("cpi-qa", "create")).hasSize(1);
    assertThat(polled.done("cpi-qa", "update")).isEmpty();
    assertThat(polled.done("cpi-qa", "deploy")).hasSize(1);
  }

  @Test
  void countsTheApprovalGivenBeforeAndWaitsForTheOther() {
    Journey run = halfApproved.run;
    run.reaches("approve", "QA", "WAITING");
    assertThat(halfApproved.done("cpi-qa", "deploy")).isEmpty();
    Rollout rollout = run.rollout();
    assertThat(run.act(rollout.manager(), "approve", "QA", "approve").status()).isNotEqualTo(200);
    run.act(rollout.other(), "approve", "QA", "approve").expect(200);
    run.rests("COMPLETED");
    assertThat(halfApproved.done("cpi-qa", "deploy")).hasSize(1);
  }

  @Test
  void stopsAtAPersonForAnImportWhoseAnswerWasNeverReceived() {
    Journey run = imported.run;
    JsonNode deploy = Journey.task(run.rests("FAILED"), "deploy", "QA");
    assertThat(deploy.path("state").asString()).isEqualTo("BROKEN");
    assertThat(deploy.path("message").asString()).contains(imported.subject);
    assertThat(deploy.path("evidence").size()).isPositive();
    assertThat(actions(deploy)).contains("mark-done", "retry");
    assertThat(imported.done("abap-qas", "import")).hasSize(1);
    Map<String, Object> order = Map.of("reason", "STMS shows return code 0.");
    run.act(run.rollout().manager(), "deploy", "QA", "mark-done", order).expect(200);
    run.rests("COMPLETED");
    assertThat(imported.done("abap-qas", "import")).hasSize(1);
  }

  private static Set<String> actions(JsonNode task) {
    return Set.copyOf(task.path("actions").valueStream().map(action -> action.asString()).toList());
  }

  @Test
  void keepsTheAuditTrailWhole() {
    assertThat(rig.tyto().admin().post("/audit/verify", null).expect(200).get("intact"))
        .isEqualTo("true");
  }
}
