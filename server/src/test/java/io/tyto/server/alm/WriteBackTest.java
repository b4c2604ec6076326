package io.tyto.server.alm;

import static io.tyto.server.testing.Tyto.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.StatusWriter;
import io.tyto.server.stories.StatusWriter.LiveStatus;
import io.tyto.server.stories.StoryProgressed;
import io.tyto.server.testing.Answer;
import io.tyto.server.testing.Tyto;
import io.tyto.server.testing.TytoTest;
import io.tyto.simulator.core.Faults.Fault;
import io.tyto.simulator.world.Feature;
import io.tyto.simulator.world.FeatureStatus;
import io.tyto.simulator.world.Notes;
import io.tyto.simulator.world.Task;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@TytoTest
class WriteBackTest {
  private static final Map<String, Object> ALL_ON =
      Map.of("writeBack", Map.of("references", true, "comments", true, "status", true));

  private final Tyto tyto;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final StatusWriter statuses;

  WriteBackTest(
      Tyto tyto,
      ApplicationEventPublisher events,
      TransactionTemplate transactions,
      StatusWriter statuses) {
    this.tyto = tyto;
    this.events = events;
    this.transactions = transactions;
    this.statuses = statuses;
  }

  @AfterEach
  void calm() {
    tyto.simulator().desk("alm").faults().clear();
  }

  @Test
  void tellsFeaturesByReferenceAndStoriesByCommentOnceEach() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto), ALL_ON);
    Feature feature = link.feature("F");
    Task story = link.story("S", feature);
    link.sync();
    WorkItemId featureId = id(link, feature.uuid());
    WorkItemId storyId = id(link, story.id());
    for (int i = 0; i < 3; i++) {
      progressed(featureId, "run-1/t1", "QA is deployed.");
      progressed(storyId, "run-2/t1", "QA is deployed.");
    }
    progressed(storyId, "run-2/t2", "PROD is deployed.");
    assertThat(settled(link).items("state")).containsOnly("WRITTEN").hasSize(4);
    assertThat(references(feature.uuid())).containsExactly("tyto:" + featureId.value());
    assertThat(comments(story.id())).hasSize(3);
    assertThat(comments(story.id()).toString())
        .contains("QA is deployed.")
        .contains("PROD is deployed.")
        .contains("tyto:run-2/t1");
    String integration = link.project.path("/alm-integrations/" + link.made.id());
    assertThat(link.api().get(integration).text()).contains("TYTO_PUBLIC_URL");
  }

  @Test
  void writesNothingThatIsSwitchedOff() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto));
    Task story = link.story("S");
    link.sync();
    WorkItemId id = id(link, story.id());
    progressed(id, "run-1/t1", "QA is deployed.");
    assertThat(statuses.requestStatus(id, "Done", "k1-" + id.value())).isFalse();
    assertThat(settled(link).items("id")).isEmpty();
    assertThat(comments(story.id())).isEmpty();
  }

  @Test
  void neverDoublesWhenTheAnswerIsLost() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto), ALL_ON);
    Feature feature = link.feature("F");
    Task story = link.story("S", feature);
    link.sync();
    link.arm(Fault.once("answer-lost", "POST .*/tasks/" + story.id() + "/comments").times(2));
    link.arm(Fault.once("answer-lost", "POST .*" + feature.uuid()));
    progressed(id(link, story.id()), "run-1/t1", "QA is deployed.");
    progressed(id(link, feature.uuid()), "run-1/t1", "QA is deployed.");
    Answer ended = settled(link);
    assertThat(ended.items("state")).containsOnly("WRITTEN");
    assertThat(comments(story.id()).stream().filter(text -> text.contains("QA is deployed.")))
        .hasSize(1);
    assertThat(references(feature.uuid())).hasSize(1);
  }

  @Test
  void tellsNothingOfARunWhoseTransactionIsRolledBack() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto), ALL_ON);
    Task story = link.story("S");
    link.sync();
    WorkItemId id = id(link, story.id());
    transactions.executeWithoutResult(status -> {
      events.publishEvent(
          new StoryProgressed(id, "run-1", "run-1/t1", "QA", "RUNNING", "QA is deployed."));
      status.setRollbackOnly();
    });
    assertThat(settled(link).items("id")).isEmpty();
  }

  @Test
  void movesAStatusAndShowsARefusalAsAWarning() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto), ALL_ON);
    Feature feature = link.feature("F");
    link.edits().changeFeature(feature.uuid(), f -> f.withStatus(FeatureStatus.IN_REALIZATION));
    link.sync();
    WorkItemId id = id(link, feature.uuid());
    String key = "run-1/" + id.value();
    assertThat(statuses.requestStatus(id, "In Testing", key)).isTrue();
    assertThat(statuses.requestStatus(id, "In Testing", key)).isTrue();
    assertThat(eventually(() -> statuses.outcome(key), java.util.Optional::isPresent).orElseThrow())
        .isEqualTo("Status set to In Testing.");
    assertThat(statuses.readStatus(id))
        .isInstanceOfSatisfying(
            LiveStatus.Known.class,
            known -> {
              assertThat(known.status().label()).isEqualTo("In Testing");
              assertThat(known.phase()).isEqualTo("IN_TEST");
              assertThat(known.gates()).isTrue();
            });
    String wrong = key + "/2";
    statuses.requestStatus(id, "No such status", wrong);
    assertThat(
            eventually(() -> statuses.outcome(wrong), java.util.Optional::isPresent).orElseThrow())
        .startsWith("Warning:")
        .contains("No such status");
    link.edits().deleteFeature(feature.uuid());
    assertThat(statuses.readStatus(id)).isInstanceOf(LiveStatus.Gone.class);
  }

  @Test
  void waitsAsLongAsItIsAskedTo() {
    AlmLink link = AlmLink.to(tyto, AlmLink.external(tyto), ALL_ON);
    Task story = link.story("S");
    link.sync();
    link.arm(Fault.once("bad-gateway", "POST .*/tasks/" + story.id() + "/comments").times(2));
    progressed(id(link, story.id()), "run-1/t1", "QA is deployed.");
    Answer ended = settled(link);
    assertThat(ended.items("state")).containsOnly("WRITTEN");
    assertThat(comments(story.id()).stream().filter(text -> text.contains("QA is deployed.")))
        .hasSize(1);
  }

  private void progressed(WorkItemId item, String step, String sentence) {
    transactions.executeWithoutResult(status ->
        events.publishEvent(new StoryProgressed(item, "run-1", step, "QA", "RUNNING", sentence)));
  }

  private Answer settled(AlmLink link) {
    String path = link.project.path("/alm-integrations/" + link.made.id() + "/write-backs");
    return eventually(
        () -> link.api().get(path).expect(200), all -> !all.items("state").contains("WAITING"));
  }

  private static WorkItemId id(AlmLink link, UUID uuid) {
    return new WorkItemId(link.item(uuid).path("id").asString());
  }

  private List<String> comments(UUID story) {
    return tyto
        .simulator()
        .alm()
        .world()
        .notes()
        .comments()
        .where(comment -> comment.taskId().equals(story))
        .stream()
        .map(Notes.Comment::text)
        .toList();
  }

  private List<String> references(UUID feature) {
    return tyto
        .simulator()
        .alm()
        .world()
        .notes()
        .externalReferences()
        .where(reference -> reference.parent().equals(feature))
        .stream()
        .map(Notes.ExternalReference::id)
        .toList();
  }
}
