package io.tyto.connector.cloudalm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tyto.simulator.SimulatorOptions.World;
import io.tyto.simulator.alm.CloudAlm;
import io.tyto.simulator.core.RequestLog;
import io.tyto.simulator.world.Feature;
import io.tyto.simulator.world.Project;
import io.tyto.simulator.world.Task;
import io.tyto.simulator.world.Truth;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.stories.AlmItem;
import io.tyto.spi.stories.ItemRef;
import io.tyto.spi.stories.ItemType;
import io.tyto.spi.stories.Lookup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
  private static final CloudAlmTenant TENANT = new CloudAlmTenant(World.EMPTY);

  @BeforeEach
  void reset() {
    TENANT.reset();
  }

  @AfterAll
  static void close() {
    TENANT.close();
  }

  /** Every story and feature of the project is there, as it is, under its parents. */
  private static void assertTrue(Project project, Map<String, AlmItem> items) {
    Truth truth = Truth.of(TENANT.alm.world(), project.id());
    for (Task story : truth.stories()) {
      AlmItem item = items.get(story.id().toString());
      assertThat(item).as("story %s", story.displayId()).isNotNull();
      assertThat(item.title()).isEqualTo(story.title());
      assertThat(item.status().code()).isEqualTo(story.status());
      assertThat(item.parents())
          .as("parents of %s", story.displayId())
          .containsExactlyInAnyOrderElementsOf(texts(story.features()));
    }
    for (Feature feature : truth.features()) {
      AlmItem item = items.get(feature.uuid().toString());
      assertThat(item).as("feature %s", feature.displayId()).isNotNull();
      assertThat(item.title()).isEqualTo(feature.title());
      assertThat(item.status().code()).isEqualTo(feature.status().name());
    }
  }

  private static List<String> texts(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toList();
  }

  @Test
  void readsFeaturesAndStoriesWithTheirLinks() {
    Project project = TENANT.generated(60, 1_300);
    Map<String, AlmItem> items = TENANT.read(project.id(), null);
    assertThat(items).hasSize(1_360);
    assertTrue(project, items);
    AlmItem feature = CloudAlmTenant.of(items, ItemType.FEATURE).getFirst();
    assertThat(feature.displayId()).startsWith("6-");
    assertThat(feature.status().label()).isNotEqualTo(feature.status().code());
    assertThat(feature.url()).asString().endsWith(feature.ref().uuid());
    List<String> assigned =
        CloudAlmTenant.of(items, ItemType.FEATURE).stream()
            .flatMap(item -> Objects.requireNonNull(item.assigned()).stream())
            .toList();
    assertThat(assigned).isNotEmpty().allMatch(items::containsKey);
  }

  @ParameterizedTest
  @CsvSource({
    "task-page-cap,100", "task-page-cap,1", "feature-page-cap,7", "task-order,newest",
    "task-order,changed", "task-api-version,1.0.13", "null-fields,all", "null-fields,none",
    "task-assignment-uuid,row", "unauthorized-body,html", "token-lifetime-seconds,1"
  })
  void isRightUnderEverySwitch(String name, String value) {
    TENANT.set(name, value);
    Project project = TENANT.generated(20, 130);
    assertTrue(project, TENANT.read(project.id(), null));
  }

  @ParameterizedTest
  @CsvSource({
    "@nextLink,relative",
    "@odata.nextLink,absolute",
    "@nextLink,foreign",
    "none,relative"
  })
  void followsEverySpellingOfTheNextLink(String spelling, String form) {
    TENANT.set("feature-page-cap", "7");
    TENANT.set("next-link-spelling", spelling);
    TENANT.set("next-link-form", form);
    Project project = TENANT.generated(40, 20);
    assertTrue(project, TENANT.read(project.id(), null));
  }

  @Test
  void matchesByTitleWhereNeitherSideTellsTheLink() {
    TENANT.set("task-assignment-uuid", "row");
    TENANT.set("feature-assignments", "off");
    Project project = TENANT.alm.world().newProject("Titles", Project.Visibility.PUBLIC);
    Feature one = TENANT.alm.edits().addFeature(project.id(), "One");
    Feature two = TENANT.alm.edits().addFeature(project.id(), "Two");
    TENANT.alm.edits().addStory(project.id(), "Both", List.of(one.uuid(), two.uuid()));
    TENANT.alm.edits().addStory(project.id(), "First", List.of(one.uuid()));
    TENANT.alm.edits().addStory(project.id(), "None", List.of());
    assertTrue(project, TENANT.read(project.id(), null));
  }

  @Test
  void readsOnlyWhatChangedButTheAssignmentsOfEveryFeature() {
    Project project = TENANT.generated(12, 80);
    TENANT.read(project.id(), null);
    Instant since = Instant.now();
    Task story = Truth.of(TENANT.alm.world(), project.id()).stories().get(5);
    TENANT.alm.edits().change(story.id(), task -> task.withTitle("Changed"));
    Map<String, AlmItem> items = TENANT.read(project.id(), since.minusSeconds(1));
    assertThat(items.values()).extracting(AlmItem::title).containsExactly("Changed");
    Map<String, List<String>> told = TENANT.assignments(project.id(), since);
    assertThat(told).hasSize(12);
    assertThat(told.values()).anyMatch(stories -> !stories.isEmpty());
  }

  @Test
  void missesNothingThatChangesWhileItReads() {
    for (int seed = 1; seed <= 12; seed++) {
      TENANT.reset();
      TENANT.set("task-page-cap", seed % 2 == 0 ? "0" : "40");
      TENANT.set("task-order", List.of("created", "newest", "changed").get(seed % 3));
      Project project = TENANT.generated(15, 700);
      AtomicLong arrived = new AtomicLong();
      long odd = seed;
      TENANT
          .alm
          .desk()
          .requests()
          .whenArrived(entry -> {
            long n = arrived.incrementAndGet();
            // What changes during the look back, or when nobody waits for the page any more, is for
            // the next reading.
            boolean over = entry.path().contains("lastChanged") || offset(entry.path()) > 500;
            if (entry.path().contains("/tasks?") && !over && n < 25) {
              TENANT.alm.edits().churn(project.id(), odd * 1_000 + n, 5);
            }
          });
      Map<String, AlmItem> items = TENANT.read(project.id(), null);
      TENANT.alm.desk().requests().whenArrived(entry -> {});
      assertTrue(project, items);
    }
  }

  private static int offset(String path) {
    Matcher offset = Pattern.compile("offset=(\\d+)").matcher(path);
    return offset.find() ? Integer.parseInt(offset.group(1)) : 0;
  }

  @ParameterizedTest
  @CsvSource({
    "expired-token,/tasks",
    "too-many-requests,/tasks",
    "bad-gateway,/tasks",
    "answer-lost,/tasks",
    "unreachable,/Features",
    "truncated,/Features"
  })
  void comesThroughWhatPasses(String kind, String path) {
    Project project = TENANT.generated(10, 60);
    TENANT.arm(kind, path);
    assertTrue(project, TENANT.read(project.id(), null));
  }

  @ParameterizedTest
  @CsvSource({"business-error,REFUSED", "html,MALFORMED"})
  void namesWhatItCannotRead(String kind, Kind expected) {
    Project project = TENANT.generated(10, 60);
    TENANT.arm(kind, "/tasks\\?");
    assertThatExceptionOfType(FaultException.class)
        .isThrownBy(() -> TENANT.read(project.id(), null))
        .satisfies(e -> assertThat(e.fault().kind()).isEqualTo(expected));
  }

  @Test
  void beginsNoRequestDuringAPause() {
    Project project = TENANT.generated(10, 6_000);
    TENANT.arm("too-many-requests", "offset=1488");
    TENANT.read(project.id(), null);
    List<RequestLog.Entry> log = TENANT.alm.desk().requests().entries();
    RequestLog.Entry refused =
        log.stream().filter(entry -> entry.status() == 429).findFirst().orElseThrow();
    // Seven others were under way when the pause was asked for; after them nobody begins.
    assertThat(log)
        .filteredOn(entry -> entry.at().isAfter(refused.at()))
        .filteredOn(entry -> entry.at().isBefore(refused.at().plus(Duration.ofMillis(950))))
        .hasSizeLessThanOrEqualTo(7);
  }

  @Test
  void doesNotMistakeALostProjectForAnEmptyOne() {
    assertThatExceptionOfType(FaultException.class)
        .isThrownBy(() -> TENANT.read(UUID.randomUUID(), null))
        .satisfies(e -> assertThat(e.fault().kind()).isEqualTo(Kind.NOT_FOUND));
  }

  @Test
  void tellsDeletedObsoleteAndHiddenFromThere() {
    Project project = TENANT.generated(2, 5);
    List<Task> stories = Truth.of(TENANT.alm.world(), project.id()).stories();
    TENANT.alm.edits().deleteTask(stories.get(0).id());
    TENANT.alm.edits().change(stories.get(1).id(), task -> task.with("obsolete", true));
    assertThat(find(ItemType.USER_STORY, stories.get(0).id()))
        .isInstanceOfSatisfying(
            Lookup.Absent.class, a -> assertThat(a.reason()).contains("deleted"));
    assertThat(find(ItemType.USER_STORY, stories.get(1).id()))
        .isInstanceOfSatisfying(
            Lookup.Absent.class, a -> assertThat(a.reason()).contains("obsolete"));
    Lookup there = find(ItemType.USER_STORY, stories.get(2).id());
    assertThat(there)
        .isInstanceOfSatisfying(
            Lookup.Found.class,
            found ->
                assertThat(found.item().parents())
                    .containsExactlyInAnyOrderElementsOf(texts(stories.get(2).features())));
    TENANT.alm.world().change(project.id(), one -> one.withHidden(true, "2"));
    assertThat(find(ItemType.USER_STORY, stories.get(2).id()))
        .isInstanceOfSatisfying(
            Lookup.Absent.class, a -> assertThat(a.reason()).contains("hidden"));
  }

  private static Lookup find(ItemType type, UUID id) {
    return TENANT.connector.find(TENANT.connection(), new ItemRef(type, id.toString()));
  }

  @Test
  void namesTheScopeThatIsMissing() {
    TENANT.generated(1, 1);
    var narrow = TENANT.connection(CloudAlm.NARROW_CLIENT_ID, CloudAlm.NARROW_CLIENT_SECRET);
    var report = TENANT.connector.check(narrow);
    assertThat(report.passed()).isFalse();
    assertThat(report.probes())
        .extracting(probe -> probe.name() + " " + probe.outcome())
        .containsExactly("token PASSED", "projects PASSED", "tasks PASSED", "features FAILED");
    assertThat(report.probes().getLast().message()).contains("calm-api.features.read");
    var wrong = TENANT.connector.check(TENANT.connection(CloudAlm.CLIENT_ID, "wrong"));
    assertThat(wrong.probes().getFirst().message()).contains("Bad credentials");
    assertThat(wrong.probes()).hasSize(4);
    assertThat(TENANT.connector.check(TENANT.connection()).passed()).isTrue();
  }
}
