package io.tyto.server.pipelines.rig;

import com.zaxxer.hikari.HikariDataSource;
import io.tyto.postgres.testing.TestDatabase;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.Promotions;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.RunView.TaskView;
import io.tyto.server.pipelines.Runs;
import io.tyto.server.pipelines.engine.EffectTurn;
import io.tyto.server.pipelines.engine.RunTurn;
import io.tyto.server.pipelines.engine.Sweeper;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** A database and an engine on it that can be killed and started anew. */
public final class EngineRig implements AutoCloseable {
  public final World world = new World();
  public final KillSwitch kill = new KillSwitch();
  private final DataSource database;
  private final Memory memory;
  private AnnotationConfigApplicationContext engine;
  private ManualWake wake;

  public EngineRig() {
    this(made ->
        new SingleConnectionDataSource(made.jdbcUrl(), made.username(), made.password(), true));
  }

  /** For tests with several threads. */
  public static EngineRig withAConnectionEach() {
    return new EngineRig(made -> {
      HikariDataSource pool = new HikariDataSource();
      pool.setJdbcUrl(made.jdbcUrl());
      pool.setUsername(made.username());
      pool.setPassword(made.password());
      pool.setMaximumPoolSize(8);
      return pool;
    });
  }

  private EngineRig(Function<TestDatabase, DataSource> connect) {
    database = connect.apply(TestDatabase.createFrom("engine", EngineRig::migrate));
    memory = null;
    restart();
  }

  private EngineRig(Memory instead) {
    database = null;
    memory = instead;
    restart();
  }

  /** The same engine on stores in memory; nothing can be killed there. */
  public static EngineRig inMemory() {
    return new EngineRig(new Memory());
  }

  public DataSource database() {
    return database;
  }

  private static void migrate(TestDatabase database) {
    DriverManagerDataSource source =
        new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password());
    try (var connection = source.getConnection()) {
      ScriptUtils.executeSqlScript(
          connection,
          new ClassPathResource("db/migration/pipelines/V202611221830__pipelines_runs.sql"));
      ScriptUtils.executeSqlScript(
          connection,
          new ClassPathResource("db/migration/pipelines/V202611230040__pipelines_calendar.sql"));
      ScriptUtils.executeSqlScript(
          connection,
          new ClassPathResource("db/migration/pipelines/V202611230115__pipelines_deputies.sql"));
      ScriptUtils.executeSqlScript(
          connection,
          new ClassPathResource("db/migration/pipelines/V202611230130__pipelines_change_type.sql"));
      ScriptUtils.executeSqlScript(
          connection,
          new ClassPathResource(
              "db/migration/pipelines/V202611230030__pipelines_release_packages.sql"));
      ScriptUtils.executeSqlScript(
          connection,
          new ClassPathResource("db/migration/pipelines/V202611230415__pipelines_doubts.sql"));
      ScriptUtils.executeSqlScript(
          connection,
          new ClassPathResource(
              "db/migration/pipelines/V202611240110__pipelines_target_faults.sql"));
      ScriptUtils.executeSqlScript(
          connection,
          new ClassPathResource(
              "db/migration/platform/V202611220900__platform_scheduler_and_sessions.sql"));
    } catch (java.sql.SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /**
   * A fresh engine over the same database; it knows nothing of what the old one was about to do.
   */
  public void restart() {
    if (engine != null) {
      engine.close();
    }
    wake = new ManualWake(world.clock);
    engine = memory == null ? onDatabase() : EngineBeans.inMemory(world, wake, memory);
    bean(Sweeper.class).sweep();
  }

  private AnnotationConfigApplicationContext onDatabase() {
    DataSource guarded = kill.over(Objects.requireNonNull(database));
    return EngineBeans.on(
        world, wake, JdbcClient.create(guarded), new DataSourceTransactionManager(guarded));
  }

  public <T> T bean(Class<T> type) {
    return engine.getBean(type);
  }

  public <T> Collection<T> beans(Class<T> type) {
    return engine.getBeansOfType(type).values();
  }

  public RunView promote(WorkItemId item, Actor by) {
    return bean(Promotions.class).start(Promotions.Order.of(item), by).run();
  }

  /** Turns until nothing is to be done for that long. */
  public void settle(Duration within) {
    Instant latest = world.clock.instant().plus(within);
    for (int i = 0; i < 2_000; i++) {
      if (!step(latest)) {
        return;
      }
    }
    throw new AssertionError("The engine does not come to rest");
  }

  /**
   * One turn, if one is due until then.
   *
   * @return false when there was none
   */
  public boolean step(Instant latest) {
    Optional<Map.Entry<ManualWake.Call, Instant>> next = wake.next(latest);
    next.ifPresent(call -> {
      world.clock.reach(call.getValue());
      turn(call.getKey());
    });
    return next.isPresent();
  }

  /** What the node was about to do is forgotten; minutes later another one looks. */
  public void loseNode() {
    wake.forget();
    world.clock.advance(Duration.ofMinutes(3));
    bean(Sweeper.class).sweep();
  }

  public void settle() {
    settle(Duration.ofMinutes(10));
  }

  private void turn(ManualWake.Call call) {
    if (call.run()) {
      bean(RunTurn.class)
          .take(call.id())
          .ifPresent(at -> wake.run(call.id(), Duration.between(world.clock.instant(), at)));
    } else {
      bean(EffectTurn.class).take(call.id()).ifPresent(in -> wake.effect(call.id(), in));
    }
  }

  public RunView run(String id, Actor as) {
    return bean(Runs.class).get(id, as);
  }

  public RunView act(RunView run, String task, RunAction action, ActionOrder order, Actor by) {
    return bean(Runs.class).act(run.id(), task(run, task).id(), action, order, by);
  }

  /** Looks the task up by name or kind in a fresh view. */
  public TaskView task(RunView run, String nameOrKind) {
    return task(run, nameOrKind, Actor.SYSTEM);
  }

  /** As this caller sees it. */
  public TaskView task(RunView run, String nameOrKind, Actor caller) {
    return bean(Runs.class).get(run.id(), caller).stages().stream()
        .flatMap(stage -> stage.tasks().stream())
        .filter(t -> t.name().equals(nameOrKind) || t.kind().equals(nameOrKind))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    engine.close();
    switch (database) {
      case null -> world.told.clear();
      case SingleConnectionDataSource one -> one.destroy();
      case HikariDataSource pool -> pool.close();
      default -> throw new IllegalStateException("Nobody closes " + database);
    }
  }
}
