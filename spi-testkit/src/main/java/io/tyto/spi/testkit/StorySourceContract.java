package io.tyto.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tyto.spi.FaultException;
import io.tyto.spi.stories.AlmItem;
import io.tyto.spi.stories.ItemRef;
import io.tyto.spi.stories.ItemType;
import io.tyto.spi.stories.Lookup;
import io.tyto.spi.stories.Status;
import io.tyto.spi.stories.StorySource;
import io.tyto.spi.stories.SyncScope;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every source of stories keeps to, on a project that holds features with stories. */
public abstract class StorySourceContract<S extends Record> extends ConnectorContract<S> {

  @Override
  protected abstract StorySource<S> connector();

  /** A project with at least two features and a story under one of them. */
  protected abstract String projectId();

  private Map<String, AlmItem> read() {
    Map<String, AlmItem> items = new HashMap<>();
    connector()
        .read(
            connection(),
            new SyncScope(projectId(), null),
            page -> page.items().forEach(item -> items.put(item.ref().uuid(), item)));
    return items;
  }

  @Test
  void listsProjects() {
    assertThat(connector().projects(connection()))
        .anySatisfy(project -> {
          assertThat(project.id()).isEqualTo(projectId());
          assertThat(project.name()).isNotBlank();
          assertThat(project.status()).isNotBlank();
        });
  }

  @Test
  void readsFeaturesBeforeTheStoriesUnderThem() {
    Set<String> known = new HashSet<>();
    connector()
        .read(
            connection(),
            new SyncScope(projectId(), null),
            page ->
                page.items()
                    .forEach(item -> {
                      assertThat(known).containsAll(item.parents());
                      known.add(item.ref().uuid());
                    }));
    assertThat(known).isNotEmpty();
  }

  @Test
  void tellsBothSidesOfALinkAlike() {
    Map<String, AlmItem> items = read();
    items
        .values()
        .forEach(item ->
            Objects.requireNonNullElse(item.assigned(), List.<String>of())
                .forEach(story -> {
                  AlmItem there = items.get(story);
                  assertThat(there == null ? item.ref().uuid() : there.parents().toString())
                      .contains(item.ref().uuid());
                }));
    assertThat(items.values()).anyMatch(item -> !item.parents().isEmpty());
  }

  /** What changed later than now is nothing, but an assignment may have moved all the same. */
  @Test
  void tellsTheAssignmentsOfEveryFeatureWhenItReadsChanges() {
    Map<String, AlmItem> items = read();
    Map<String, Set<String>> told = new HashMap<>();
    connector()
        .read(
            connection(),
            new SyncScope(projectId(), Instant.parse("2100-01-01T00:00:00Z")),
            page -> {
              page.assignments()
                  .forEach(one -> told.put(one.featureUuid(), Set.copyOf(one.storyUuids())));
              page.items()
                  .forEach(item ->
                      told.put(
                          item.ref().uuid(),
                          Set.copyOf(
                              Objects.requireNonNullElse(item.assigned(), List.<String>of()))));
            });
    items
        .values()
        .forEach(item -> {
          if (item.ref().type() == ItemType.FEATURE) {
            assertThat(told.get(item.ref().uuid()))
                .containsExactlyInAnyOrderElementsOf(
                    Objects.requireNonNullElse(item.assigned(), List.<String>of()));
          }
        });
  }

  @Test
  void findsWhatItRead() {
    read().values().stream()
        .limit(5)
        .forEach(item ->
            assertThat(connector().find(connection(), item.ref()))
                .isInstanceOfSatisfying(
                    Lookup.Found.class,
                    found -> {
                      assertThat(found.item().title()).isEqualTo(item.title());
                      assertThat(found.item().status()).isEqualTo(item.status());
                    }));
  }

  @Test
  void saysWhyAnItemIsAbsent() {
    for (ItemType type : ItemType.values()) {
      ItemRef nowhere = new ItemRef(type, UUID.randomUUID().toString());
      assertThat(connector().find(connection(), nowhere))
          .isInstanceOfSatisfying(
              Lookup.Absent.class, absent -> assertThat(absent.reason()).isNotBlank());
    }
  }

  @Test
  void namesEveryStatusOnce() {
    for (ItemType type : ItemType.values()) {
      var statuses = connector().statuses(connection(), type);
      assertThat(statuses).extracting(Status::code).isNotEmpty().doesNotHaveDuplicates();
      assertThat(statuses).extracting(Status::label).doesNotContain("");
    }
  }

  @Test
  void endsWhenTheSinkDoes() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            connector()
                .read(
                    connection(),
                    new SyncScope(projectId(), null),
                    page -> {
                      throw new IllegalStateException("full");
                    }))
        .withMessage("full");
  }

  @ParameterizedTest
  @MethodSource("brokenSides")
  void namesWhatIsWrongWithTheOtherSide(Answering broken) {
    var at = broken.in(connection());
    Failing.rightly(broken, () -> connector().projects(at));
    ItemRef item = new ItemRef(ItemType.FEATURE, UUID.randomUUID().toString());
    Failing.rightly(broken, () -> connector().find(at, item));
  }

  @Test
  void doesNotTakeALostProjectForAnEmptyOne() {
    SyncScope lost = new SyncScope(UUID.randomUUID().toString(), null);
    assertThatExceptionOfType(FaultException.class)
        .isThrownBy(() -> connector().read(connection(), lost, page -> {}));
  }
}
