package io.tyto.server.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.postgres.testing.TestDatabase;
import io.tyto.server.audit.AuditLog.Verification;
import io.tyto.server.audit.Audited;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.TytoSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with all rights on the database, but without the folder of the anchor. */
class TamperingTest {
  private static final int ENTRIES = 12;
  private static final int TAMPERINGS = Integer.getInteger("tyto.tamperings", 300);
  private static final List<String> HARM =
      List.of(
          "update audit_entry set at = at + interval '1 microsecond' where seq = :n",
          "update audit_entry set actor_id = actor_id || 'x' where seq = :n",
          "update audit_entry set actor_name = 'somebody else' where seq = :n",
          "update audit_entry set actor_kind = 'PERSON' where seq = :n",
          "update audit_entry set project = 'OTHER' where seq = :n",
          "update audit_entry set project = null where seq = :n",
          "update audit_entry set action = 'harmless' where seq = :n",
          "update audit_entry set subject = 'test/other' where seq = :n",
          "update audit_entry set details = '{}' where seq = :n",
          "update audit_entry set details = details || ' ' where seq = :n",
          "update audit_entry set id = id || '0' where seq = :n",
          "update audit_entry set hash = sha256('x') where seq = :n",
          "update audit_entry set seq = seq + 1000 where seq = :n",
          "delete from audit_entry where seq = :n",
          "delete from audit_entry where seq >= :n",
          "update audit_head set seq = seq - 1, hash = sha256(cast(:n as text)::bytea)",
          """
          update audit_head h set seq = e.seq, hash = e.hash from audit_entry e
          where e.seq = :n - 1; delete from audit_entry where seq >= :n
          """,
          """
          insert into audit_entry select id || 'b', at, actor_id, actor_name, actor_kind, project,
            action, subject, details, 900 + seq, hash from audit_entry where seq = :n
          """);

  @TempDir Path folder;
  private JdbcClient jdbc;
  private TransactionTemplate transactions;
  private Verifier verifier;

  @BeforeEach
  void sealSomeEntries() throws Exception {
    TestDatabase database = TestDatabase.create();
    SingleConnectionDataSource source =
        new SingleConnectionDataSource(
            database.jdbcUrl(), database.username(), database.password(), true);
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.username(), database.password())
        .locations("classpath:db/migration/audit")
        .load()
        .migrate();
    jdbc = JdbcClient.create(source);
    transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    CanonicalJson canonical = new CanonicalJson(JsonMapper.builder().build());
    AuditRows rows = new AuditRows(jdbc);
    Chain chain = new Chain(canonical);
    TytoSettings settings = new TytoSettings(folder, "", "", "", null, "", null, List.of(), false);
    Anchor anchor = new Anchor(rows, settings);
    AuditWriter writer = new AuditWriter(jdbc, Clock.systemUTC(), canonical, event -> {});
    for (int i = 0; i < ENTRIES; i++) {
      writer.record(
          Actor.SYSTEM,
          new Audited.Entry(
              new ProjectKey("BHA"),
              "thing-done",
              "test/" + i,
              Map.of("n", i, "text", "a\u00e4\"")));
    }
    new Sealer(rows, chain, anchor, JsonMapper.builder().build(), transactions).sealAll();
    verifier = new Verifier(rows, chain, anchor, Clock.systemUTC());
    jdbc.sql("alter table audit_entry disable trigger user").update();
  }

  @Test
  void isAlwaysDetected() {
    assertThat(verifier.verify().intact()).isTrue();
    Random random = new Random(20261122);
    for (int i = 0; i < TAMPERINGS; i++) {
      String harm = HARM.get(i % HARM.size());
      long n = 1 + random.nextInt(ENTRIES);
      Verification found = afterwards(harm, n);
      assertThat(found.intact()).as("%s with n = %d", harm, n).isFalse();
      assertThat(found.broken()).isNotNull();
    }
    assertThat(verifier.verify().intact()).isTrue();
  }

  @Test
  void isDetectedWhenTheAnchorIsTakenAway() throws Exception {
    Files.delete(folder.resolve("audit-anchor"));
    assertThat(verifier.verify().intact()).isFalse();
  }

  private Verification afterwards(String harm, long n) {
    return transactions.execute(status -> {
      status.setRollbackOnly();
      for (String statement : harm.split(";")) {
        jdbc.sql(statement).param("n", n).update();
      }
      return verifier.verify();
    });
  }
}
