package io.tyto.server.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.Faces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** Wake-ups at the end of a transaction, on db-scheduler's table. */
class WakesTest {
  private static final String TASK = "look";

  private final EngineRig rig = EngineRig.withAConnectionEach();
  private final JdbcTemplate elsewhere = new JdbcTemplate(rig.database());
  private final JdbcTemplate here =
      new JdbcTemplate(new TransactionAwareDataSourceProxy(rig.database()));
  private final TransactionTemplate tx =
      new TransactionTemplate(new DataSourceTransactionManager(rig.database()));
  private final List<List<String>> seenElsewhere = new ArrayList<>();
  private Consumer<String> before = id -> {};

  @AfterEach
  void close() {
    rig.close();
  }

  private Wakes wakes() {
    Task<Void> task = Tasks.oneTime(TASK, Void.class).execute((instance, context) -> {});
    SchedulerClient real = SchedulerClient.Builder.create(here.getDataSource(), task).build();
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean(
        "client",
        Faces.answering(
            SchedulerClient.class,
            Map.of(
                "schedule",
                args -> {
                  TaskInstance<?> instance = (TaskInstance<?>) args[0];
                  before.accept(instance.getId());
                  boolean scheduled =
                      real.schedule(
                          instance, (Instant) args[1], (SchedulerClient.ScheduleOptions) args[2]);
                  Thread other = Thread.ofPlatform().start(() -> seenElsewhere.add(scheduled()));
                  join(other);
                  return scheduled;
                })));
    return new Wakes(
        beans.getBeanProvider(SchedulerClient.class), rig.database(), new SystemClock());
  }

  private List<String> scheduled() {
    return elsewhere.queryForList(
        "select task_instance from scheduled_tasks order by 1", String.class);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void areThereWhenTheSchedulerIsToldToLook() {
    Wakes wakes = wakes();
    tx.executeWithoutResult(status -> {
      wakes.soon(TASK, "1");
      wakes.in(Duration.ofMinutes(1), TASK, "2");
      assertThat(scheduled()).isEmpty();
    });
    assertThat(seenElsewhere).containsExactly(List.of("1"), List.of("1", "2"));
  }

  @Test
  void areAllDoneWhenAnotherOneIsQuicker() {
    before =
        id -> {
          if (id.equals("1")) {
            here.update("insert into scheduled_tasks select * from scheduled_tasks");
          }
        };
    Wakes wakes = wakes();
    tx.executeWithoutResult(status -> wakes.soon(TASK, "0"));
    tx.executeWithoutResult(status -> {
      wakes.in(Duration.ZERO, TASK, "1");
      wakes.in(Duration.ZERO, TASK, "2");
    });
    assertThat(scheduled()).as("1 met a row, 2 did not").containsExactly("0", "2");
  }

  @Test
  void doNotFailWhoeverAskedForWhatIsCommitted() {
    before =
        id -> {
          throw new QueryTimeoutException("away");
        };
    Wakes wakes = wakes();
    assertThatCode(() -> tx.executeWithoutResult(status -> wakes.soon(TASK, "1")))
        .doesNotThrowAnyException();
    assertThatCode(() -> wakes.in(Duration.ZERO, TASK, "2")).doesNotThrowAnyException();
    assertThat(scheduled()).isEmpty();
  }
}
