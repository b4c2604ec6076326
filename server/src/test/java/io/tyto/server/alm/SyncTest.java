package io.tyto.server.alm;

import static io.tyto.server.alm.AlmLink.counts;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import io.tyto.simulator.core.Faults.Fault;
import io.tyto.simulator.world.Feature;
import io.tyto.simulator.world.Task;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@TytoTest
class SyncTest {
  private final Tyto tyto;
  private final JdbcClient jdbc;

  SyncTest(Tyto tyto, JdbcClient jdbc) {
    this.tyto = tyto;
    this.jdbc = jdbc;
  }

  @AfterEach
  void calm() {
    tyto.simulator().desk("alm").faults().clear();
  }

  @Test
  void bringsFeaturesAndStoriesAndChangesNothingTheSecondTime() {
    AlmLink link = AlmLink.to(tyto, AlmLink.generated(tyto, 43, 150));
    Answer first = link.sync();
    assertThat(counts(first)).isEqualTo("COMPLETED 193/0/0/0");
    assertThat(first.get("progress", "read")).isEqualTo(first.get("progress", "total"));
    assertThat(link.hash()).isEqualTo(link.truth());
    String before = rowVersions(link);
    assertThat(counts(link.sync())).isEqualTo("COMPLETED 0/0/193/0");
    assertThat(counts(link.sync("CHANGES"))).startsWith("COMPLETED 0/0/");
    assertThat(rowVersions(link)).isEqualTo(before);
    List<String> history = link.api().get(link.project.path("/syncs")).expect(200).items("mode");
    assertThat(history).containsExactly("CHANGES", "FULL", "FULL");
    assertThat(link.items().getFirst().path("externalUrl").asString())
        .startsWith(tyto.simulator().url("alm"));
  }

  @Test
  void answersTheSameSyncWhileOneIsUnderWay() {
    AlmLink link = AlmLink.to(tyto, AlmLink.generated(tyto, 3, 5));
    link.arm(Fault.once("slow", link.calls("Features")).withValue("1500"));
    String path = link.project.path("/syncs");
    Answer begun = link.api().post(path, null).expect(202);
    assertThat(begun.header("Location")).isEqualTo("/api/v1" + path + "/" + begun.id());
    assertThat(begun.get("mode")).isEqualTo("FULL");
    assertThat(link.api().post(path, Map.of()).expect(200).id()).isEqualTo(begun.id());
    assertThat(counts(link.ended(begun.id()))).isEqualTo("COMPLETED 8/0/0/0");
  }

  @Test
  void movesAStoryWithItsFeatureAndKeepsWhatIsOurs() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto));
    Feature one = link.feature("One");
    Feature two = link.feature("Two");
    Task story = link.story("Story", one);
    link.sync();
    String id = link.item(story.id()).path("id").asString();
    String path = link.project.path("/work-items/" + id);
    link.api().patch(path, 1, Map.of("component", "Billing")).expect(200);
    link.edits().move(story.id(), List.of(two.uuid()));
    assertThat(counts(link.sync("CHANGES"))).startsWith("COMPLETED 0/1/");
    Answer moved = link.api().get(path).expect(200);
    assertThat(moved.get("parentIds", 0)).isEqualTo(link.item(two.uuid()).path("id").asString());
    assertThat(moved.get("component")).isEqualTo("Billing");
    link.edits().move(story.id(), List.of());
    assertThat(counts(link.sync())).isEqualTo("COMPLETED 0/1/2/0");
    assertThat(link.api().get(link.project.path("/work-items?parent=root")).items("id"))
        .contains(id);
  }

  @Test
  void leavesTheTreeAsItWasWhenTheNetworkIsCut() {
    AlmLink link = AlmLink.to(tyto, AlmLink.generated(tyto, 20, 60));
    link.sync();
    String before = link.hash();
    link.edits().churn(link.external.id(), 7, 30);
    link.arm(Fault.once("unreachable", link.calls("tasks")).times(-1));
    Answer failed = link.sync();
    assertThat(failed.get("state")).isEqualTo("FAILED");
    assertThat(failed.get("fault")).isNotEmpty();
    assertThat(counts(failed)).startsWith("FAILED 0/0/0/0");
    assertThat(link.hash()).isEqualTo(before);
    tyto.simulator().desk("alm").faults().clear();
    assertThat(link.sync().get("state")).isEqualTo("COMPLETED");
    assertThat(link.hash()).isEqualTo(link.truth());
  }

  @Test
  void marksWhatIsGoneAndTakesItBack() {
    AlmLink link = AlmLink.to(tyto, AlmLink.generated(tyto, 5, 10));
    Task story = link.story("Comes and goes");
    link.sync();
    link.edits().change(story.id(), task -> task.with("obsolete", true));
    assertThat(counts(link.sync())).isEqualTo("COMPLETED 0/0/15/1");
    assertThat(link.item(story.id()).path("gone").asBoolean()).isTrue();
    assertThat(counts(link.sync())).isEqualTo("COMPLETED 0/0/15/0");
    link.edits().change(story.id(), task -> task.with("obsolete", false));
    assertThat(counts(link.sync())).isEqualTo("COMPLETED 0/1/15/0");
    assertThat(link.item(story.id()).path("gone").asBoolean()).isFalse();
  }

  @Test
  void refusesToBelieveThatAFifthIsGone() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto));
    List<UUID> stories =
        java.util.stream.IntStream.range(0, 30).mapToObj(n -> link.story("S" + n).id()).toList();
    link.sync();
    stories.subList(0, 11).forEach(link.edits()::deleteTask);
    Answer failed = link.sync();
    assertThat(failed.get("state")).isEqualTo("FAILED");
    assertThat(failed.get("fault")).contains("11 of 30").contains("scope");
    assertThat(link.items()).hasSize(30).noneMatch(item -> item.path("gone").asBoolean());
    link.story("One more");
    assertThat(link.sync().get("state")).isEqualTo("FAILED");
  }

  @Test
  void saysWhichScopeIsMissing() {
    AlmLink link = AlmLink.to(tyto, AlmLink.generated(tyto, 2, 2));
    String narrow =
        AlmLink.credential(
            tyto,
            tyto.admin(),
            "GLOBAL",
            io.tyto.simulator.alm.CloudAlm.NARROW_CLIENT_ID,
            io.tyto.simulator.alm.CloudAlm.NARROW_CLIENT_SECRET);
    link.api()
        .patch(
            link.project.path("/alm-integrations/" + link.made.id()),
            1,
            Map.of("credentialId", narrow))
        .expect(200);
    Answer failed = link.sync();
    assertThat(failed.get("state")).isEqualTo("FAILED");
    assertThat(failed.get("fault")).contains("calm-api.features.read");
  }

  @Test
  void readsADescriptionWhenTheRowIsOpenedAndAgainWhenItChanged() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto));
    Task story = link.story("Described");
    link.edits().change(story.id(), t -> t.with("description", "<p>One <b>x</b></p>"));
    link.sync();
    String path = link.project.path("/work-items/" + link.item(story.id()).path("id").asString());
    assertThat(link.api().get(path).get("description")).isEqualTo("<p>One <b>x</b></p>");
    long calls = tyto.simulator().desk("alm").requests().count();
    link.api().get(path).expect(200);
    assertThat(tyto.simulator().desk("alm").requests().count()).isEqualTo(calls);
    link.edits().change(story.id(), t -> t.with("description", "<p>Two</p>"));
    assertThat(counts(link.sync())).isEqualTo("COMPLETED 0/0/1/0");
    assertThat(link.api().get(path).get("description")).isEqualTo("<p>Two</p>");
  }

  private String rowVersions(AlmLink link) {
    return jdbc.sql(
            "select md5(string_agg(id || xmin::text || ctid::text, ',' order by id)) from work_item"
                + " where project = :project")
        .param("project", link.project.key())
        .query(String.class)
        .single();
  }
}
