package io.tyto.server.pipelines.run;

import static io.tyto.server.pipelines.run.TaskState.ABORTED;
import static io.tyto.server.pipelines.run.TaskState.BROKEN;
import static io.tyto.server.pipelines.run.TaskState.DONE;
import static io.tyto.server.pipelines.run.TaskState.NOT_APPLICABLE;
import static io.tyto.server.pipelines.run.TaskState.READY;
import static io.tyto.server.pipelines.run.TaskState.REFUSED;
import static io.tyto.server.pipelines.run.TaskState.RUNNING;
import static io.tyto.server.pipelines.run.TaskState.SKIPPED;
import static io.tyto.server.pipelines.run.TaskState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskStateTest {
  private static final Map<TaskState, Set<TaskState>> ALLOWED =
      Map.of(
          READY, Set.of(RUNNING, WAITING, DONE, REFUSED, BROKEN, NOT_APPLICABLE, ABORTED),
          RUNNING, Set.of(READY, WAITING, DONE, REFUSED, BROKEN, NOT_APPLICABLE, ABORTED),
          WAITING, Set.of(READY, RUNNING, DONE, REFUSED, BROKEN, SKIPPED, NOT_APPLICABLE, ABORTED),
          REFUSED, Set.of(READY, DONE, SKIPPED, ABORTED),
          BROKEN, Set.of(READY, DONE, SKIPPED, ABORTED),
          DONE, Set.of(),
          SKIPPED, Set.of(),
          NOT_APPLICABLE, Set.of(),
          ABORTED, Set.of());

  @ParameterizedTest
  @EnumSource(TaskState.class)
  void allowsExactlyTheTransitionsOfTheTable(TaskState from) {
    for (TaskState to : TaskState.values()) {
      assertThat(from.may(to)).as("%s to %s", from, to).isEqualTo(ALLOWED.get(from).contains(to));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TaskState.class,
      names = {"DONE", "SKIPPED", "NOT_APPLICABLE", "ABORTED"})
  void absorbsInTerminalStates(TaskState state) {
    assertThat(state.terminal()).isTrue();
    assertThat(state.next()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TaskState.class)
  void canBeAbortedFromEveryStateThatIsNotOver(TaskState state) {
    assertThat(state.may(ABORTED)).isEqualTo(!state.terminal());
  }
}
