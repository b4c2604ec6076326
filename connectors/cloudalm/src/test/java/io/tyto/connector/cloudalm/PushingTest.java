package io.tyto.connector.cloudalm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tyto.simulator.SimulatorOptions.World;
import io.tyto.simulator.core.Ledger;
import io.tyto.simulator.world.Feature;
import io.tyto.simulator.world.Project;
import io.tyto.simulator.world.Task;
import io.tyto.spi.FaultException;
import io.tyto.spi.stories.ItemRef;
import io.tyto.spi.stories.ItemType;
import io.tyto.spi.stories.Push;
import io.tyto.spi.stories.StoryUpdate;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushingTest {
  private static final CloudAlmTenant TENANT = new CloudAlmTenant(World.EMPTY);
  private static final URI URL = URI.create("https://tyto.example.com/items/BHA-16");
  private ItemRef feature = new ItemRef(ItemType.FEATURE, "");
  private ItemRef story = new ItemRef(ItemType.USER_STORY, "");

  @BeforeEach
  void reset() {
    TENANT.reset();
    Project project = TENANT.alm.world().newProject("Push", Project.Visibility.PUBLIC);
    Feature one = TENANT.alm.edits().addFeature(project.id(), "One");
    Task task = TENANT.alm.edits().addStory(project.id(), "Story", List.of(one.uuid()));
    feature = new ItemRef(ItemType.FEATURE, one.uuid().toString());
    story = new ItemRef(ItemType.USER_STORY, task.id().toString());
  }

  @AfterAll
  static void close() {
    TENANT.close();
  }

  private static Push push(StoryUpdate update) {
    return TENANT.connector.push(TENANT.connection(), update);
  }

  private static List<Ledger.Entry> ledger() {
    return TENANT.alm.desk().ledger().entries();
  }

  @Test
  void writesAReferenceOnceOnFeatureAndStory() {
    for (ItemRef item : List.of(feature, story)) {
      var reference = new StoryUpdate.Reference(item, "tyto:BHA-16", "Tyto BHA-16", URL);
      assertThat(push(reference)).isInstanceOf(Push.Written.class);
      assertThat(push(reference)).isInstanceOf(Push.AlreadyThere.class);
      var other = new StoryUpdate.Reference(item, "tyto:BHA-1", "Tyto BHA-1", URL);
      assertThat(push(other)).isInstanceOf(Push.Written.class);
    }
    assertThat(ledger()).hasSize(4);
  }

  @Test
  void putsAReferenceThatDiffersAnew() {
    push(new StoryUpdate.Reference(feature, "tyto:BHA-16", "Tyto", URL));
    URI moved = URI.create("https://tyto.example.com/moved");
    var reference = new StoryUpdate.Reference(feature, "tyto:BHA-16", "Tyto", moved);
    assertThat(push(reference)).isInstanceOf(Push.Written.class);
    assertThat(push(reference)).isInstanceOf(Push.AlreadyThere.class);
  }

  @Test
  void writesNoLinkThatIsNotHttps() {
    URI plain = URI.create("http://localhost:8080/x");
    assertThat(push(new StoryUpdate.Reference(feature, "tyto:BHA-2", "Tyto", plain)))
        .isInstanceOf(Push.Written.class);
    assertThat(push(new StoryUpdate.Reference(feature, "tyto:BHA-2", "Tyto", plain)))
        .isInstanceOf(Push.AlreadyThere.class);
    assertThat(push(new StoryUpdate.Reference(story, "tyto:BHA-2", "Tyto", plain)))
        .isInstanceOf(Push.Refused.class);
  }

  @Test
  void writesACommentOnceAlsoAfterALostAnswer() {
    var comment = new StoryUpdate.Comment(story, "tyto:run-1:deploy", "Deployed to QA.");
    TENANT.arm("answer-lost", "POST .*comments");
    assertThatExceptionOfType(FaultException.class).isThrownBy(() -> push(comment));
    assertThat(push(comment)).isInstanceOf(Push.AlreadyThere.class);
    assertThat(ledger()).hasSize(1);
    assertThat(push(new StoryUpdate.Comment(feature, "k", "x"))).isInstanceOf(Push.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"200", "204"})
  void takesAFeatureForwardStepByStep(String answer) {
    TENANT.set("patch-answer", answer);
    assertThat(push(new StoryUpdate.StatusChange(feature, "Ready for Production")))
        .isInstanceOf(Push.Written.class);
    assertThat(ledger()).hasSize(4);
    assertThat(push(new StoryUpdate.StatusChange(feature, "Ready for Production")))
        .isInstanceOf(Push.AlreadyThere.class);
    assertThat(push(new StoryUpdate.StatusChange(feature, "In Testing")))
        .isInstanceOfSatisfying(
            Push.Refused.class,
            refused -> assertThat(refused.message()).contains("Ready for Production"));
    assertThat(push(new StoryUpdate.StatusChange(feature, "Flying")))
        .isInstanceOf(Push.Refused.class);
    assertThat(ledger()).hasSize(4);
  }

  @Test
  void tellsTheVendorsReasonForARefusedStep() {
    TENANT.set("status-patch", "off");
    assertThat(push(new StoryUpdate.StatusChange(feature, "In Implementation")))
        .isInstanceOfSatisfying(
            Push.Refused.class,
            refused -> assertThat(refused.message()).contains("In Specification").contains("40"));
  }

  @Test
  void setsAStorysStatus() {
    assertThat(push(new StoryUpdate.StatusChange(story, "Done"))).isInstanceOf(Push.Written.class);
    assertThat(push(new StoryUpdate.StatusChange(story, "Done")))
        .isInstanceOf(Push.AlreadyThere.class);
    assertThat(TENANT.alm.world().tasks().find(UUID.fromString(story.uuid())))
        .hasValueSatisfying(task -> assertThat(task.status()).isEqualTo("CIPUSCLOSE"));
  }
}
