package io.tyto.server.pipelines.engine;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.server.identity.UserView;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.Audience;
import io.tyto.server.pipelines.MyTasks;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.TaskCameToRest.Why;
import io.tyto.server.pipelines.definition.PipelineDefinition.Task;
import io.tyto.server.pipelines.definition.TaskSpec;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.ReleaseTarget.EffectClass;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What needs a person stands in the tasks of those who can do something about it. */
class ConcernsTest extends OnARig {
  private final Actor dana = rig.world.person("dana", DEVELOPER);
  private final Actor devon = rig.world.person("devon", DEVELOPER);
  private final Actor mara = rig.world.person("mara", RELEASE_MANAGER);
  private final Actor milo = rig.world.person("milo", RELEASE_MANAGER);

  private RunView run(Task... tasks) {
    rig.world.pipeline(Pipes.of(tasks));
    RunView run = rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", null)), dana);
    rig.settle();
    return run;
  }

  private List<MyTasks.Item> tasksOf(Actor person) {
    return rig.bean(MyTasks.class).of(person);
  }

  private boolean told(RunView run, String task, Why why, Actor person) {
    String id = rig.task(run, task).id();
    Audience audience = rig.bean(Audience.class);
    boolean told = audience.of(run.id(), id, why).contains(person.id());
    assertThat(audience.includes(run.id(), id, why, person.id())).isEqualTo(told);
    return told;
  }

  @Test
  void showsADeploymentThatNobodyCanTellTheEndOfToAllWhoMayGoOnWithIt() {
    rig.world.target.effectClass = EffectClass.NEITHER;
    rig.world.target.script.add(Next.DO_AND_LOSE_ANSWER);
    RunView run = run(Pipes.task("Deploy", Pipes.deploy("CPI-QA", false)));
    assertThat(tasksOf(mara)).extracting("reason").containsExactly("stopped");
    assertThat(tasksOf(mara).getFirst().message()).contains("cannot tell whether it happened");
    assertThat(tasksOf(mara).getFirst().actions()).contains("retry", "mark-done");
    assertThat(tasksOf(dana)).extracting("reason").containsExactly("stopped");
    assertThat(told(run, "Deploy", Why.FAILED, mara)).isTrue();
    rig.act(run, "Deploy", RunAction.MARK_DONE, ActionOrder.because("it is there"), mara);
    rig.settle();
    assertThat(tasksOf(mara)).isEmpty();
    assertThat(told(run, "Deploy", Why.FAILED, mara)).isFalse();
  }

  @Test
  void keepsARollBackThatFailedUntilItWorkedOrIsLongAgo() {
    RunView run = run(Pipes.task("Deploy", Pipes.deploy("CPI-QA", true)));
    assertThat(rig.run(run.id(), dana).state()).isEqualTo("COMPLETED");
    rig.world.rests.clear();
    rollBack(run, new Progress.Refused("no", "The tenant takes nothing", List.of()));
    assertThat(rig.world.rests).extracting("why").containsExactly(Why.FAILED);
    assertThat(tasksOf(dana)).extracting("reason").containsExactly("roll-back");
    assertThat(tasksOf(mara).getFirst().message()).contains("The tenant takes nothing");
    assertThat(tasksOf(mara).getFirst().actions()).containsExactly("roll-back");
    assertThat(told(run, "Deploy", Why.FAILED, mara)).isTrue();
    rollBack(run, new Progress.Done("It is back.", List.of()));
    assertThat(rig.world.rests).hasSize(1);
    assertThat(tasksOf(mara)).isEmpty();
    assertThat(told(run, "Deploy", Why.FAILED, mara)).isFalse();
  }

  @Test
  void forgetsARollBackThatFailedWhenItsItemIsPromotedAnew() {
    rig.world.pipeline(Pipes.of(Pipes.task("Deploy", Pipes.deploy("CPI-QA", true))));
    WorkItemId item = rig.world.item(World.artifact("Orders", "1.0.4", null));
    RunView run = rig.promote(item, dana);
    rig.settle();
    rollBack(run, new Progress.Refused("no", "The tenant takes nothing", List.of()));
    assertThat(tasksOf(dana)).hasSize(1);
    rig.world.clock.advance(Duration.ofDays(13));
    assertThat(tasksOf(dana)).hasSize(1);
    rig.world.attached.get(item).set(0, World.artifact("Orders", "1.0.5", null));
    rig.promote(item, dana);
    rig.settle();
    assertThat(tasksOf(dana)).isEmpty();
  }

  private void rollBack(RunView run, Progress answer) {
    rig.world.target.rollBacks.add(answer);
    rig.act(run, "Deploy", RunAction.ROLL_BACK, ActionOrder.because("it fails"), mara);
    rig.settle();
  }

  @Test
  void leavesWhatOnlyThePromoterCanCorrectWithThePromoter() {
    RunView run = run(Pipes.task("Hold", new TaskSpec.Manual(List.of(), "Hold", false, List.of())));
    rig.act(run, "Hold", RunAction.REJECT, ActionOrder.because("not so"), mara);
    assertThat(tasksOf(dana)).extracting("reason").containsExactly("returned");
    assertThat(tasksOf(devon)).isEmpty();
    assertThat(told(run, "Hold", Why.FAILED, dana)).isTrue();
    assertThat(told(run, "Hold", Why.FAILED, devon)).isFalse();
  }

  @Test
  void bringsWhatWasRejectedBackToItsAuthorInTheSourceSystem() {
    rig.world.aliases.put(devon.id(), List.of(new UserView.Alias("CPI-DEV", "DEVELOPER7")));
    rig.world.pipeline(
        Pipes.of(Pipes.task("Hold", new TaskSpec.Manual(List.of(), "Hold", false, List.of()))));
    RunView run =
        rig.promote(rig.world.item(World.artifact("Orders", "1.0.4", "DEVELOPER7")), dana);
    rig.settle();
    rig.act(run, "Hold", RunAction.REJECT, ActionOrder.because("not so"), mara);
    assertThat(tasksOf(devon)).extracting("reason").containsExactly("returned");
  }

  @Test
  void showsAWishThatTakesASecondPersonToAllWhoMayConfirmIt() {
    rig.world.target.script.add(Next.REFUSE);
    RunView run = run(Pipes.task("Deploy", Pipes.deploy("CPI-PROD", false)));
    assertThatThrownBy(
            () -> rig.act(run, "Deploy", RunAction.SKIP, ActionOrder.because("later"), mara))
        .isInstanceOf(Refusal.class);
    assertThat(tasksOf(milo)).extracting("reason").containsExactly("stopped", "second-person");
    assertThat(tasksOf(milo).getLast().message()).contains("mara asked for skip: later");
    assertThat(tasksOf(mara)).extracting("reason").containsExactly("stopped");
    assertThat(told(run, "Deploy", Why.SECOND_PERSON, milo)).isTrue();
    assertThat(told(run, "Deploy", Why.SECOND_PERSON, mara)).isFalse();
    rig.act(run, "Deploy", RunAction.SKIP, ActionOrder.because("later"), milo);
    assertThat(tasksOf(milo)).isEmpty();
  }
}
