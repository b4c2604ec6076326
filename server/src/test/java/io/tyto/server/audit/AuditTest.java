package io.tyto.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.server.kernel.Actor;
import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Person;
import io.tyto.server.testing.TestProject;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TytoTest
class AuditTest {
  private final Tyto tyto;
  private final JdbcClient jdbc;
  private final AuditTrail trail;
  private final TransactionTemplate transactions;

  AuditTest(Tyto tyto, JdbcClient jdbc, AuditTrail trail, TransactionTemplate transactions) {
    this.tyto = tyto;
    this.jdbc = jdbc;
    this.trail = trail;
    this.transactions = transactions;
  }

  @Test
  void recordsWhoChangedWhatAndSealsIt() {
    TestProject project = tyto.project();
    Person auditor = tyto.person("auditor");
    Answer found =
        Tyto.eventually(
            () ->
                auditor
                    .api()
                    .get("/audit?project=" + project.key() + "&action=project-created")
                    .expect(200),
            answer -> !answer.get("items", 0, "hash").isEmpty());
    assertThat(found.get("items", 0, "actor", "name")).isEqualTo("admin");
    assertThat(found.get("items", 0, "subject")).isEqualTo("project/" + project.key());
    assertThat(found.get("items", 0, "details", "name")).isEqualTo("Project " + project.key());
    project.admin().api().get("/audit").refused(403, "forbidden");
    assertThat(project.admin().api().get(project.path("/audit")).expect(200).items("action"))
        .contains("project-created", "member-changed");
  }

  @Test
  void commitsWithTheChangeOrNotAtAll() {
    assertThatThrownBy(() ->
            transactions.executeWithoutResult(status -> {
              record("rolled-back");
              throw new IllegalStateException("no");
            }))
        .hasMessage("no");
    assertThat(tyto.admin().get("/audit?action=rolled-back").expect(200).items("id")).isEmpty();
  }

  @Test
  void cannotBeChangedOrEmptiedThroughTheDatabase() {
    record("kept");
    for (String sql :
        List.of(
            "update audit_entry set actor_name = 'x' where action = 'kept'",
            "delete from audit_entry where action = 'kept'",
            "truncate audit_entry")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("append-only");
    }
  }

  @Test
  void provesItselfWithoutTheServer() throws Exception {
    record("exported");
    allSealed();
    String before = "0".repeat(64);
    List<String> lines = tyto.admin().get("/audit/export").expect(200).text().lines().toList();
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      String hash = line.substring(9, 73);
      String sealed = line.substring(line.indexOf("\"sealed\":") + 9, line.length() - 1);
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((before + "\n" + sealed).getBytes(StandardCharsets.UTF_8));
      assertThat(HexFormat.of().formatHex(digest)).isEqualTo(hash);
      before = hash;
    }
  }

  @Test
  void findsTheFirstEntryThatWasTamperedWith() {
    record("tampered");
    allSealed();
    long seq = seqOf("tampered");
    tamperAndRestore(
        "update audit_entry set action = 'harmless' where seq = " + seq,
        "update audit_entry set action = 'tampered' where seq = " + seq,
        answer -> {
          assertThat(answer.get("broken", "reason")).isEqualTo("CHANGED");
          assertThat(answer.get("broken", "seq")).isEqualTo(String.valueOf(seq));
        });
    tamperAndRestore(
        "update audit_entry set seq = seq + 1000000 where seq = " + seq,
        "update audit_entry set seq = seq - 1000000 where seq = " + (seq + 1000000),
        answer -> assertThat(answer.get("broken", "reason")).isIn("GONE", "HEAD"));
  }

  @Test
  void noticesAnEndThatWasCutOff() {
    record("cut-off");
    allSealed();
    tamperAndRestore(
        """
        create table audit_stash as
          select * from audit_entry where seq = (select max(seq) from audit_entry);
        create table audit_head_stash as select * from audit_head;
        delete from audit_entry where seq = (select seq from audit_stash);
        update audit_head set seq = e.seq, hash = e.hash from audit_entry e
          where e.seq = (select max(seq) from audit_entry);
        """,
        """
        insert into audit_entry select * from audit_stash;
        update audit_head h set seq = s.seq, hash = s.hash from audit_head_stash s;
        drop table audit_stash; drop table audit_head_stash;
        """,
        answer -> assertThat(answer.get("broken", "reason")).isEqualTo("ANCHOR"));
  }

  private void tamperAndRestore(String harm, String cure, Consumer<Answer> finding) {
    asSuperuser(harm);
    try {
      Answer answer = tyto.admin().post("/audit/verify", null).expect(200);
      assertThat(answer.get("intact")).isEqualTo("false");
      finding.accept(answer);
    } finally {
      asSuperuser(cure);
    }
    assertThat(tyto.admin().post("/audit/verify", null).expect(200).get("intact"))
        .isEqualTo("true");
  }

  private void asSuperuser(String sql) {
    transactions.executeWithoutResult(status -> {
      jdbc.sql("alter table audit_entry disable trigger user").update();
      jdbc.sql(sql).update();
      jdbc.sql("alter table audit_entry enable trigger user").update();
    });
  }

  private void allSealed() {
    Tyto.eventually(
        () -> tyto.admin().post("/audit/verify", null).expect(200),
        answer -> answer.get("unsealed").equals("0") && answer.get("intact").equals("true"));
  }

  private long seqOf(String action) {
    return jdbc.sql("select max(seq) from audit_entry where action = :action")
        .param("action", action)
        .query(Long.class)
        .single();
  }

  private void record(String action) {
    trail.record(
        Actor.SYSTEM,
        new Audited.Entry(null, action, "test/1", Map.of("b", 1.50, "a", "ä \"quoted\"")));
  }
}
