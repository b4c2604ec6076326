package io.tyto.server.pipelines.museum;

import static io.tyto.server.identity.ProjectRole.DEVELOPER;
import static io.tyto.server.identity.ProjectRole.RELEASE_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.server.kernel.Actor;
import io.tyto.server.pipelines.ActionOrder;
import io.tyto.server.pipelines.RunAction;
import io.tyto.server.pipelines.RunView;
import io.tyto.server.pipelines.rig.EngineRig;
import io.tyto.server.pipelines.rig.FakeTarget.Next;
import io.tyto.server.pipelines.rig.Killed;
import io.tyto.server.pipelines.rig.Pipes;
import io.tyto.server.pipelines.rig.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation from the time of the first runs gets the server of today. */
class UpgradeMuseumTest {
  private static final MigrationVersion FIRST_RUNS = MigrationVersion.fromVersion("202611221830");

  /** Parents first. */
  private static final List<String> TABLES =
      List.of(
          "run",
          "run_task",
          "task_history",
          "effect",
          "effect_item",
          "effect_backup",
          "evidence",
          "decision",
          "bypass",
          "promotion_key",
          "run_notice");

  private final EngineRig rig = EngineRig.withAConnectionEach();
  private final JdbcClient sql = JdbcClient.create(rig.database());
  private final Actor dana = rig.world.person("dana", DEVELOPER);
  private final Actor mara = rig.world.person("mara", RELEASE_MANAGER);

  @AfterEach
  void close() {
    rig.close();
  }

  /** 19: old migrations had been touched, and no installation with data could be upgraded. */
  @Test
  void goesOnWithWhatWasOpenWhenTheOldServerEnded() {
    rig.world.pipeline(
        Pipes.of(
            Pipes.task("Approve", Pipes.approve(List.of("role:release-manager"), 1)),
            Pipes.task("Deploy", Pipes.deploy("CPI-QA", true))));
    RunView over = promoted("Over");
    approve(over);
    rig.settle();
    RunView waiting = promoted("Waiting");
    RunView sent = promoted("Sent");
    approve(sent);
    rig.world.target.script.add(Next.BE_KILLED_AFTER);
    assertThatThrownBy(rig::settle).isInstanceOf(Killed.class);

    upgrade(backToTheFirstRuns());
    rig.restart();
    rig.loseNode();
    rig.settle();
    approve(waiting);
    rig.settle();

    assertThat(List.of(over, waiting, sent))
        .extracting(run -> rig.run(run.id(), dana).state())
        .containsOnly("COMPLETED");
    assertThat(rig.task(sent, "Approve").decisions()).extracting("by").containsExactly("mara");
    assertThat(rig.world.target.ledger)
        .containsExactlyInAnyOrder(
            "deploy Over 1.0.0 at http://cpi-qa",
            "deploy Sent 1.0.0 at http://cpi-qa",
            "deploy Waiting 1.0.0 at http://cpi-qa");
    RunView next = promoted("Next");
    approve(next);
    rig.settle();
    assertThat(rig.run(next.id(), dana).state()).isEqualTo("COMPLETED");
  }

  private RunView promoted(String artifact) {
    RunView run = rig.promote(rig.world.item(World.artifact(artifact, "1.0.0", null)), dana);
    rig.settle();
    return run;
  }

  private void approve(RunView run) {
    rig.act(run, "Approve", RunAction.APPROVE, ActionOrder.NONE, mara);
  }

  private FluentConfiguration flyway() {
    return Flyway.configure().dataSource(rig.database()).locations("classpath:db/migration");
  }

  /** The schema of then, with as much of the data as it had columns for. */
  private FluentConfiguration backToTheFirstRuns() {
    Map<String, String> rows = new LinkedHashMap<>();
    for (String table : TABLES) {
      rows.put(table, text("SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM " + table + " t"));
    }
    sql.sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public").update();
    flyway().target(FIRST_RUNS).load().migrate();
    rows.forEach((table, json) ->
        sql.sql(
                "INSERT INTO %1$s OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(null::%1$s, cast(:rows AS jsonb))"
                    .formatted(table))
            .param("rows", json)
            .update());
    countOn();
    assertThat(text("SELECT count(*) FROM run WHERE open")).isEqualTo("2");
    assertThat(text("SELECT count(*) FROM effect WHERE outcome = 'SENT'")).isEqualTo("1");
    return flyway();
  }

  private void upgrade(FluentConfiguration today) {
    assertThat(today.load().migrate().migrationsExecuted).isPositive();
    assertThat(today.load().validateWithResult().validationSuccessful).isTrue();
  }

  /** Numbers that the old server had given are not given again. */
  private void countOn() {
    List<String> identities =
        sql.sql(
                """
                SELECT format('SELECT setval(pg_get_serial_sequence(%L, %L), (SELECT coalesce(max(%I), 0) + 1 FROM %I))',
                  table_name, column_name, column_name, table_name)
                FROM information_schema.columns
                WHERE table_schema = 'public' AND is_identity = 'YES'
                """)
            .query(String.class)
            .list();
    identities.forEach(this::text);
  }

  private String text(String query) {
    return sql.sql(query).query(String.class).single();
  }
}
