package io.tyto.server.alm.internal.sync;

import static io.tyto.server.testing.Tyto.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.server.alm.AlmLink;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import io.tyto.simulator.core.Faults.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attempts that die, hang or meet each other. */
@TytoTest
class SyncTurnTest {
  private final Tyto tyto;
  private final SyncTurn turn;
  private final JdbcClient jdbc;

  SyncTurnTest(Tyto tyto, SyncTurn turn, JdbcClient jdbc) {
    this.tyto = tyto;
    this.turn = turn;
    this.jdbc = jdbc;
  }

  @AfterEach
  void calm() {
    tyto.simulator().desk("alm").faults().clear();
  }

  /** As after a kill: the first attempt has staged some pages and is heard of no more. */
  @Test
  void startsAgainAfterADeadAttemptAndEndsOnce() {
    var link = AlmLink.to(tyto, AlmLink.generated(tyto, 30, 400));
    String id = link.insertRunningSync(jdbc);
    int[] pages = {0};
    assertThatThrownBy(() -> turn.take(id, () -> ++pages[0] > 1)).hasMessageContaining("stops");
    assertThat(link.items()).isEmpty();
    assertThat(link.state(id)).isEqualTo("RUNNING");
    turn.take(id, () -> false);
    assertThat(link.counts(id)).isEqualTo("COMPLETED 430/0/0/0");
    assertThat(link.hash()).isEqualTo(link.truth());
    turn.take(id, () -> false);
    assertThat(link.counts(id)).isEqualTo("COMPLETED 430/0/0/0");
    assertThat(staged(id)).isZero();
  }

  @Test
  void anOvertakenAttemptWritesNothing() throws Exception {
    var link = AlmLink.to(tyto, AlmLink.generated(tyto, 5, 20));
    String id = link.insertRunningSync(jdbc);
    tyto.simulator()
        .desk("alm")
        .faults()
        .arm(Fault.once("slow", link.calls("Features")).withValue("3000"));
    Thread slow = Thread.ofVirtual().start(() -> turn.take(id, () -> false));
    eventually(() -> epoch(id), epoch -> epoch == 1);
    turn.take(id, () -> false);
    // The server's own sweep may overtake this attempt, too.
    eventually(() -> link.counts(id), "COMPLETED 25/0/0/0"::equals);
    slow.join();
    assertThat(link.counts(id)).isEqualTo("COMPLETED 25/0/0/0");
    assertThat(link.hash()).isEqualTo(link.truth());
    assertThat(epoch(id)).isGreaterThanOrEqualTo(2);
  }

  /** The staging table is not logged: after a crash of the database it is empty. */
  @Test
  void readsAgainWhenStagedRowsAreLost() {
    var link = AlmLink.to(tyto, AlmLink.generated(tyto, 5, 20));
    String id = link.insertRunningSync(jdbc);
    try {
      turn.take(
          id,
          () -> {
            jdbc.sql("delete from work_item_staging where sync_id like :id || '%'")
                .param("id", id)
                .update();
            return false;
          });
    } catch (IllegalStateException lost) {
      assertThat(lost).hasMessageContaining("crashed");
    }
    assertThat(link.state(id)).isEqualTo("RUNNING");
    assertThat(link.items()).isEmpty();
    turn.take(id, () -> false);
    eventually(() -> link.counts(id), "COMPLETED 25/0/0/0"::equals);
  }

  private int epoch(String id) {
    return jdbc.sql("select epoch from alm_sync where id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private int staged(String id) {
    return jdbc.sql("select count(*) from work_item_staging where sync_id like :id || '%'")
        .param("id", id)
        .query(Integer.class)
        .single();
  }
}
