package io.tyto.server.alm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import io.tyto.simulator.core.Switches;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People add, rename, move and delete between the pages of a sync. */
@TytoTest
public class ChurningSyncTest {
  private final Tyto tyto;

  ChurningSyncTest(Tyto tyto) {
    this.tyto = tyto;
  }

  @AfterEach
  void calm() {
    Switches switches = tyto.simulator().desk("alm").switches();
    switches.set("task-page-cap", "0");
    switches.set("feature-page-cap", "1000");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void endsAtTheTruthWhateverHappensBetweenPages(long seed) {
    AlmLink link = AlmLink.to(tyto, AlmLink.generated(tyto, 30, 300));
    Switches switches = tyto.simulator().desk("alm").switches();
    switches.set("task-page-cap", "40");
    switches.set("feature-page-cap", "10");
    link.sync();
    churnDuring(link, seed);

    Answer churned = link.sync(seed % 2 == 0 ? "FULL" : "CHANGES");
    assertThat(churned.get("state")).as(churned.text()).isEqualTo("COMPLETED");
    assertThat(duplicates(link)).isEmpty();

    Answer calm = link.sync();
    assertThat(calm.get("state")).as(calm.text()).isEqualTo("COMPLETED");
    assertThat(link.hash()).as("seed %s", seed).isEqualTo(link.truth());
    assertThat(duplicates(link)).isEmpty();
    assertThat(AlmLink.counts(link.sync())).startsWith("COMPLETED 0/0/").contains("/0");
  }

  /** A few edits at the arrival of some of the next requests about this project. */
  private void churnDuring(AlmLink link, long seed) {
    String project = link.external.id().toString();
    Random random = new Random(seed);
    AtomicInteger left = new AtomicInteger(8);
    tyto.simulator()
        .desk("alm")
        .requests()
        .whenArrived(entry -> {
          synchronized (random) {
            if (entry.path().contains(project) && left.get() > 0 && random.nextBoolean()) {
              left.decrementAndGet();
              link.edits().churn(link.external.id(), random.nextLong(), 4);
            }
          }
        });
  }

  private static List<String> duplicates(AlmLink link) {
    List<String> uuids =
        link.items().stream().map(item -> item.path("externalUuid").asString()).toList();
    return uuids.stream().filter(uuid -> uuids.indexOf(uuid) != uuids.lastIndexOf(uuid)).toList();
  }
}
