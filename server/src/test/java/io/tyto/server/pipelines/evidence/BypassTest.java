package io.tyto.server.pipelines.evidence;

import static io.tyto.server.identity.ProjectRole.APPROVER;
import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.EvidencePack;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunRefusal;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.calendar.CalendarDesk;
import io.tyto.server.pipelines.calendar.CalendarEntry;
import io.tyto.server.pipelines.calendar.CalendarInput;
import io.tyto.server.pipelines.definition.ChangeType;
import io.tyto.server.pipelines.definition.PipelineDefinition;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random ways around a stopped deployment: skip, mark done, once more, by one person or two, in
 * normal changes and emergencies, at Quality and Production. Whatever was asked for and whatever
 * went through stands in the audit and in the evidence with who and why; an approval is never gone
 * around. {@code -Dtyto.bypasses=1000} for more.
 */
class BypassTest {
  private static final List<RunAction> AROUND =
      List.of(RunAction.SKIP, RunAction.MARK_DONE, RunAction.RETRY);

  private final EngineRig rig = new EngineRig();
  private final Actor dana = rig.world.person("dana", DEVELOPER, RELEASE_MANAGER);
  private final Actor otto = rig.world.person("otto", RELEASE_MANAGER, APPROVER);
  private final Actor mara = rig.world.person("mara", RELEASE_MANAGER, APPROVER);

  /** What must be found later. */
  private record Trace(String entry, String who, String why) {}

  @Test
  void leavesATraceOfEachInAuditAndEvidence() throws IOException {
    int count = Integer.getInteger("tyto.bypasses", 60);
    int asked = 0;
    try (rig) {
      for (int seed = 0; seed < count; seed++) {
        asked += play(new Random(seed), seed);
      }
    }
    assertThat(asked).isGreaterThan(count / 2);
  }

  /** Everything that may be passed, and how it comes to stop a deployment. */
  private enum Stop {
    GONE,
    NOT_PLANNED,
    DEPLOYED,
    FREEZE
  }

  @ParameterizedTest
  @EnumSource
  void wantsAnotherPersonAndAReasonAtWhateverMayBePassed(Stop stop) throws IOException {
    try (rig) {
      rig.world.pipeline(pipeline("CPI-PROD"));
      WorkItemId item = rig.world.item(World.artifact("Flow", "1.0.0", null));
      RunView run = promoted(item, ChangeType.NORMAL);
      happens(stop, item);
      rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.because("ok"), otto);
      rig.settle();
      assertThat(rig.task(run, "Deploy").state()).isEqualTo(parks(stop) ? "WAITING" : "REFUSED");

      Actor token = new Actor(mara.id(), mara.name(), Actor.Kind.TOKEN);
      assertThat(passed(run, "", dana)).isEqualTo(RunRefusal.REASON_REQUIRED);
      assertThat(passed(run, "by a script", token)).isEqualTo(RunRefusal.TOKEN_CANNOT_APPROVE);
      assertThat(passed(run, "payroll", dana)).isEqualTo(RunRefusal.SECOND_PERSON_NEEDED);
      assertThat(passed(run, "really", dana)).isEqualTo(RunRefusal.SECOND_PERSON_NEEDED);
      rig.settle();
      assertThat(rig.world.target.ledger).as("one person alone").isEmpty();
      assertThat(passed(run, "seen", mara)).isNull();
      rig.settle();

      assertThat(rig.run(run.id(), dana).state()).isEqualTo("COMPLETED");
      assertThat(rig.run(run.id(), dana).bypasses())
          .singleElement()
          .satisfies(one ->
              assertThat(List.of(one.action(), one.askedBy(), one.confirmedBy(), one.reason()))
                  .containsExactly(
                      parks(stop) ? "override-freeze" : "override", "dana", "mara", "payroll"));
      found(
          run,
          List.of(
              new Trace("bypasses.json", "dana", "payroll"),
              new Trace("bypasses.json", "mara", "payroll"),
              new Trace("decisions.json", "mara", "seen"),
              new Trace("audit.ndjson", "dana bypass-asked", "payroll"),
              new Trace("audit.ndjson", "mara task-retry", "seen")),
          stop.ordinal());
    }
  }

  private static boolean parks(Stop stop) {
    return stop == Stop.FREEZE;
  }

  /** After it was promoted, so that the deployment itself meets it. */
  private void happens(Stop stop, WorkItemId item) {
    switch (stop) {
      case GONE -> rig.world.gone.add(item);
      case NOT_PLANNED -> rig.world.phase = "NOT_PLANNED";
      case DEPLOYED -> rig.world.phase = "DONE";
      case FREEZE -> freeze();
    }
  }

  /** The world's clock says Sunday, 22 November 2026. */
  private void freeze() {
    rig.bean(CalendarDesk.class)
        .create(
            mara,
            new CalendarInput(
                CalendarEntry.Kind.FREEZE,
                "Close",
                "books",
                World.PROJECT.value(),
                "cpi-prod",
                null,
                "Europe/Berlin",
                LocalDateTime.parse("2026-11-20T18:00"),
                LocalDateTime.parse("2026-11-23T06:00"),
                null,
                null));
  }

  /** Null when it was done. */
  private @Nullable RefusalCode passed(RunView run, String why, Actor by) {
    try {
      ActionOrder order = new ActionOrder(why, null, true, null, null);
      rig.act(run, "Deploy", RunAction.RETRY, order, by);
      return null;
    } catch (Refusal no) {
      return no.code();
    }
  }

  private int play(Random random, int seed) throws IOException {
    boolean emergency = random.nextInt(3) == 0;
    String environment = random.nextBoolean() ? "CPI-QA" : "CPI-PROD";
    rig.world.pipeline(pipeline(environment));
    boolean unknown = random.nextBoolean();
    rig.world.target.effectClass = unknown ? EffectClass.NEITHER : EffectClass.VERIFIABLE;
    rig.world.target.script.clear();
    rig.world.target.script.add(unknown ? Next.DO_AND_LOSE_ANSWER : Next.REFUSE);
    WorkItemId item = rig.world.item(World.artifact("Flow" + seed, "1.0.0", null));
    RunView run = promoted(item, emergency ? ChangeType.EMERGENCY : ChangeType.NORMAL);
    neverAroundAnApproval(run);
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.because("ok " + seed), otto);
    rig.settle();
    List<Trace> traces = new ArrayList<>();
    traces.add(new Trace("audit.ndjson", "otto", "ok " + seed));
    traces.add(new Trace("run.json", "dana", emergency ? "EMERGENCY" : "NORMAL"));
    traces.add(new Trace("audit.ndjson", "dana run-started", emergency ? "EMERGENCY" : "NORMAL"));
    Map<RunAction, String> first = new HashMap<>();
    for (int i = 0; i < 4 && stopped(run); i++) {
      RunAction action = AROUND.get(random.nextInt(AROUND.size()));
      around(run, action, random.nextBoolean() ? dana : mara, seed + "/" + i, first, traces);
    }
    found(run, traces, seed);
    return traces.size() - 3;
  }

  private static PipelineDefinition pipeline(String environment) {
    return new PipelineDefinition(
        "ways",
        null,
        List.of(
            new PipelineDefinition.Stage(
                "One",
                List.of(
                    Pipes.task("Approve", Pipes.approve(List.of("role:approver"), 1)),
                    Pipes.task("Deploy", Pipes.deploy(environment, false))))),
        List.of(ChangeType.NORMAL, ChangeType.EMERGENCY),
        new PipelineDefinition.Emergency(
            List.of("user:otto"), List.of("role:approver"), Duration.ofHours(24)));
  }

  private RunView promoted(WorkItemId item, ChangeType type) {
    RunView run =
        rig.bean(Promotions.class)
            .start(new Promotions.Order(item, null, null, null, null, null, null, type, null), dana)
            .run();
    rig.settle();
    return run;
  }

  private void neverAroundAnApproval(RunView run) {
    for (RunAction action : List.of(RunAction.SKIP, RunAction.MARK_DONE, RunAction.COMPLETE)) {
      try {
        rig.act(run, "Approve", action, ActionOrder.because("in a hurry"), mara);
        throw new AssertionError(action + " went around an approval");
      } catch (Refusal no) {
        assertThat(no.code()).isEqualTo(RunRefusal.APPROVAL_CANNOT_BE_SKIPPED);
      }
    }
  }

  private boolean stopped(RunView run) {
    String state = rig.task(run, "Deploy").state();
    return state.equals("REFUSED") || state.equals("BROKEN");
  }

  private void around(
      RunView run,
      RunAction action,
      Actor by,
      String id,
      Map<RunAction, String> first,
      List<Trace> traces) {
    String why = "because " + id + ".";
    boolean retry = action == RunAction.RETRY;
    boolean unasked = !first.containsKey(action);
    boolean done;
    try {
      rig.act(run, "Deploy", action, new ActionOrder(why, retry, null, null, null), by);
      done = true;
    } catch (Refusal waits) {
      assertThat(waits.code()).isEqualTo(RunRefusal.SECOND_PERSON_NEEDED);
      done = false;
    }
    if (unasked) {
      first.put(action, why);
      traces.add(new Trace("bypasses.json", by.name(), why));
      traces.add(new Trace("audit.ndjson", by.name() + " bypass-asked", why));
    }
    if (done) {
      traces.add(new Trace("decisions.json", by.name(), why));
      traces.add(new Trace("audit.ndjson", by.name() + " task-" + action.word(), why));
      first.clear();
    }
    rig.settle();
  }

  private void found(RunView run, List<Trace> traces, int seed) throws IOException {
    Map<String, String> entries = entries(rig.bean(EvidencePack.class).zip(run.id()));
    for (Trace trace : traces) {
      String entry = entries.get(trace.entry());
      assertThat(trace.entry().equals("audit.ndjson") ? linesOf(entry, trace.who()) : entry)
          .as("seed %d, %s", seed, trace)
          .contains(trace.why());
      assertThat(entry).as("seed %d, %s", seed, trace).contains(trace.who().split(" ")[0]);
    }
    assertThat(entries.get("report.pdf")).isNotEmpty();
  }

  private static String linesOf(String audit, String who) {
    StringBuilder lines = new StringBuilder();
    audit.lines().filter(line -> line.startsWith(who)).forEach(line -> lines.append(line + "\n"));
    return lines.toString();
  }

  private static Map<String, String> entries(byte[] archive) throws IOException {
    Map<String, String> entries = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        entries.put(e.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }
}
