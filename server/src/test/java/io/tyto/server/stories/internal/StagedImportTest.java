package io.tyto.server.stories.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.postgres.testing.TestDatabase;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.server.stories.ImportedItem;
import io.tyto.server.stories.StoryImport.Assigned;
import io.tyto.server.stories.StoryImport.Counts;
import io.tyto.server.stories.StoryImport.Gone;
import io.tyto.server.stories.StoryImport.Intake;
import io.tyto.server.stories.WorkItemQuery;
import io.tyto.server.stories.WorkItemView;
import io.tyto.server.stories.WorkItemView.Type;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class StagedImportTest {
  private static final ProjectKey PROJECT = new ProjectKey("BHA");

  private final List<ImportedItem> external = new ArrayList<>();
  private JdbcClient jdbc;
  private StagedImport imports;
  private WorkItemStore store;
  private TransactionTemplate transaction;

  @BeforeEach
  void freshDatabase() {
    TestDatabase database = TestDatabase.create();
    var source =
        new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password());
    Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    jdbc = JdbcClient.create(source);
    imports = new StagedImport(jdbc, new Staging(jdbc, source), event -> {}, Clock.systemUTC());
    store = new WorkItemStore(jdbc);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    jdbc.sql("INSERT INTO project (key, name, created_at) VALUES ('BHA', 'Bikes', now())").update();
  }

  @Test
  void numbersWhatIsNewAndWritesNothingTheSecondTime() {
    external.add(feature("f1", "Checkout", "s1"));
    external.add(story("s1", "Pay by card", "f1"));
    external.add(story("s2", "Look around"));

    assertThat(sync()).isEqualTo(new Counts(3, 0, 0, 0));
    String before = rowVersions();
    assertThat(sync()).isEqualTo(new Counts(0, 0, 3, 0));

    assertThat(rowVersions()).isEqualTo(before);
    assertThat(ids("root")).containsExactly("BHA-1", "BHA-3");
    assertThat(ids("BHA-1")).containsExactly("BHA-2");
    assertThat(store.find(new WorkItemId("BHA-1")).orElseThrow().childCount()).isEqualTo(1);
  }

  @Test
  void movesAStoryToAnotherFeatureAndOutOfAll() {
    external.add(feature("f1", "Checkout", "s1"));
    external.add(feature("f2", "Search"));
    external.add(story("s1", "Pay by card", "f1"));
    sync();

    external.set(0, feature("f1", "Checkout"));
    external.set(1, feature("f2", "Search", "s1"));
    external.set(2, story("s1", "Pay by card", "f2"));
    assertThat(sync()).isEqualTo(new Counts(0, 1, 2, 0));
    assertThat(ids("BHA-2")).containsExactly("BHA-3");
    assertThat(ids("BHA-1")).isEmpty();

    external.set(1, feature("f2", "Search"));
    external.set(2, story("s1", "Pay by card"));
    sync();
    assertThat(ids("root")).contains("BHA-3");
  }

  @Test
  void leavesAStoryWhereItStandsWhenItsFeatureDoesNotTell() {
    external.add(mute("f1", "Checkout"));
    external.add(story("s1", "Pay by card", "f1"));
    sync();

    external.set(0, mute("f1", "Check-out"));
    assertThat(sync()).isEqualTo(new Counts(0, 1, 1, 0));
    assertThat(ids("BHA-1")).containsExactly("BHA-2");
  }

  @Test
  void movesAStoryByAssignmentsAloneAndBack() {
    external.add(feature("f1", "Checkout", "s1"));
    external.add(feature("f2", "Search"));
    external.add(story("s1", "Pay by card", "f1"));
    sync();

    Intake changes = transaction.execute(status -> imports.begin("sync", "int", false));
    changes.stageAssigned(
        List.of(
            new Assigned("f1", List.of()),
            new Assigned("f2", List.of("s1")),
            new Assigned("f3", List.of())));
    assertThat(changes.unknownFeatures()).containsExactly("f3");
    assertThat(changes.missing().items()).isEmpty();
    assertThat(apply(changes, List.of())).isEqualTo(new Counts(0, 1, 2, 0));
    assertThat(ids("BHA-1")).isEmpty();
    assertThat(ids("BHA-2")).containsExactly("BHA-3");

    assertThat(sync()).isEqualTo(new Counts(0, 1, 2, 0));
    assertThat(ids("BHA-1")).containsExactly("BHA-3");
    assertThat(ids("BHA-2")).isEmpty();
    assertThat(sync()).isEqualTo(new Counts(0, 0, 3, 0));
  }

  /** What a story told before is no longer so once its feature told otherwise. */
  @Test
  void believesAStoryThatTellsAgainWhatItToldBeforeItWasMoved() {
    external.add(feature("f1", "Checkout", "s1"));
    external.add(story("s1", "Pay by card", "f1"));
    sync();
    Intake changes = transaction.execute(status -> imports.begin("sync", "int", false));
    changes.stageAssigned(List.of(new Assigned("f1", List.of())));
    apply(changes, List.of());
    assertThat(ids("BHA-1")).isEmpty();

    external.set(0, mute("f1", "Checkout"));
    sync();
    assertThat(ids("BHA-1")).containsExactly("BHA-2");
  }

  @Test
  void keepsTheLastOfSeveralReadingsEvenIfItIsTheKnownOne() {
    external.add(story("s1", "As known"));
    sync();
    external.addFirst(story("s1", "In between"));
    assertThat(sync()).isEqualTo(new Counts(0, 0, 1, 0));
    assertThat(store.find(new WorkItemId("BHA-1")).orElseThrow().title()).isEqualTo("As known");
  }

  @Test
  void standsAtTheTopWhenItsFeatureIsNotThere() {
    external.add(story("s1", "Pay by card", "nowhere"));
    sync();
    assertThat(ids("root")).containsExactly("BHA-1");
  }

  @Test
  void standsUnderEachOfItsFeatures() {
    external.add(feature("f1", "Checkout", "s1"));
    external.add(feature("f2", "Search", "s1"));
    external.add(story("s1", "Pay by card", "f1", "f2"));
    sync();

    assertThat(store.find(new WorkItemId("BHA-3")).orElseThrow().parentIds())
        .containsExactly(new WorkItemId("BHA-1"), new WorkItemId("BHA-2"));
  }

  @Test
  void marksWhatIsGoneAndWelcomesItBack() {
    external.add(story("s1", "Pay by card"));
    sync();
    ImportedItem away = external.removeFirst();
    external.add(story("s2", "Another"));

    Intake sync = stage();
    assertThat(sync.missing().items())
        .extracting(absent -> absent.externalUuid())
        .containsExactly("s1");
    assertThat(apply(sync, List.of(new Gone("s1", "deleted")))).isEqualTo(new Counts(1, 0, 0, 1));
    assertThat(store.find(new WorkItemId("BHA-1")).orElseThrow().gone()).isTrue();

    external.add(away);
    assertThat(sync()).isEqualTo(new Counts(0, 1, 1, 0));
    assertThat(store.find(new WorkItemId("BHA-1")).orElseThrow().gone()).isFalse();
  }

  @Test
  void takesTheLaterOfTwoReadingsOfOneItem() {
    external.add(story("s1", "Old title"));
    external.add(story("s1", "New \\ \"title\"\twith\nodd {characters},"));

    assertThat(sync()).isEqualTo(new Counts(1, 0, 0, 0));
    assertThat(store.find(new WorkItemId("BHA-1")).orElseThrow().title())
        .isEqualTo("New \\ \"title\"\twith\nodd {characters},");
  }

  @Test
  void pagesThroughEverySortWithoutLosingOrRepeating() {
    for (int n = 0; n < 25; n++) {
      external.add(story("s" + n, "Story " + (n % 7)));
    }
    sync();
    for (String sort : List.of("id", "-id", "title", "-title", "status", "-priority", "assignee")) {
      List<String> seen = new ArrayList<>();
      String cursor = null;
      do {
        Page<WorkItemView> page = store.list(query("root", sort), new PageQuery(4, cursor, true));
        page.items().forEach(item -> seen.add(item.id().value()));
        assertThat(page.total()).isEqualTo(25L);
        cursor = page.nextCursor();
      } while (cursor != null);
      assertThat(seen).as(sort).hasSize(25).doesNotHaveDuplicates();
    }
  }

  private Counts sync() {
    return apply(stage(), List.of());
  }

  private Intake stage() {
    Intake intake = transaction.execute(status -> imports.begin("sync", "int", true));
    transaction.executeWithoutResult(status -> intake.stage(external));
    return intake;
  }

  private Counts apply(Intake sync, List<Gone> gone) {
    return transaction.execute(status -> sync.apply(PROJECT, gone));
  }

  private List<String> ids(String parent) {
    return store.list(query(parent, null), new PageQuery(null, null, null)).items().stream()
        .map(item -> item.id().value())
        .toList();
  }

  private static WorkItemQuery query(String parent, String sort) {
    return new WorkItemQuery(PROJECT, parent, null, null, null, null, sort);
  }

  private String rowVersions() {
    return jdbc.sql("SELECT string_agg(xmin::text || ctid::text, ',' ORDER BY id) FROM work_item")
        .query(String.class)
        .single();
  }

  private static ImportedItem feature(String uuid, String title, String... assigned) {
    return item(Type.FEATURE, uuid, title, List.of(), List.of(assigned));
  }

  /** Of a system where stories name their features, and features say nothing. */
  private static ImportedItem mute(String uuid, String title) {
    return item(Type.FEATURE, uuid, title, List.of(), null);
  }

  private static ImportedItem story(String uuid, String title, String... parents) {
    return item(Type.USER_STORY, uuid, title, List.of(parents), List.of());
  }

  private static ImportedItem item(
      Type type, String uuid, String title, List<String> parents, List<String> assigned) {
    return new ImportedItem(
        uuid,
        "6-" + uuid,
        null,
        type,
        title,
        new WorkItemView.Status("OPEN", "Open"),
        "SPECIFIED",
        uuid.hashCode() % 2 == 0 ? 20 : null,
        null,
        null,
        null,
        List.of("a,b", "c\"d"),
        null,
        null,
        null,
        null,
        parents,
        assigned);
  }
}
