package io.tyto.connector.cloudalm;

import io.tyto.spi.Connection;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.stories.AlmItem;
import io.tyto.spi.stories.ItemType;
import io.tyto.spi.stories.StoryPage;
import io.tyto.spi.stories.StoryPage.Assignments;
import io.tyto.spi.stories.StorySource.PageSink;
import io.tyto.spi.stories.SyncScope;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a project: features, then stories, then once more what changed meanwhile.
 *
 * <p>Offset pages are kept whole by {@link Pager}. What was changed, inserted or moved while
 * reading has a change marker later than the reading's begin and is read again at the end. The
 * begin is taken from the service's own {@code Date} header, ten seconds early, so that no clock of
 * ours matters.
 */
final class Reading {
  private static final Duration EARLY = Duration.ofSeconds(10);

  private final CloudAlmSettings settings;
  private final Client client;
  private final SyncScope scope;
  private final PageSink sink;
  private final Links links;
  private final SeenKeys stories = new SeenKeys();
  private final Instant begun;
  private int features;
  private @Nullable Integer counted;

  Reading(Connection<CloudAlmSettings> from, SyncScope scope, PageSink sink) {
    this.settings = from.settings();
    this.client = Client.of(from.http()).patient();
    this.scope = scope;
    this.sink = sink;
    this.links = new Links(client);
    // A project that is gone or hidden from us must not look like an empty one.
    this.begun = begin(client.get(Api.project(scope.externalProjectId())), from.clock());
  }

  void run() {
    Instant since = scope.changedSince();
    Pager<Wire.Task> all = stories(null);
    if (since == null) {
      all.begun();
    } else {
      readAssignments();
      since = links.needsAllStories() ? null : since;
    }
    readFeatures(since);
    since = links.needsAllStories() ? null : since;
    readStories(since == null ? all : stories(since), row -> stories.add(row.key()));
    readAgain();
  }

  /** Of all features; a change of them may move no change marker (facts: Cloud ALM 6.1). */
  private void readAssignments() {
    FeatureList.assignments(client, scope.externalProjectId())
        .read((rows, count) -> {
          links.settle(rows);
          counted = count;
          List<Assignments> told = new ArrayList<>(rows.size());
          for (Wire.Feature row : rows) {
            // Where uuids name no stories, the whole features are read for their titles.
            List<String> stories = links.needsAllStories() ? null : links.put(row);
            if (stories != null) {
              told.add(new Assignments(row.key(), stories));
            }
          }
          features += told.size();
          deliver(List.of(), told);
        });
  }

  private void readFeatures(@Nullable Instant since) {
    FeatureList.whole(client, scope.externalProjectId(), since)
        .read((rows, count) -> {
          links.settle(rows);
          counted = since == null ? count : counted;
          deliver(rows.stream().map(row -> Items.feature(settings, row, links.put(row))).toList());
        });
  }

  private Pager<Wire.Task> stories(@Nullable Instant since) {
    return new Pager<>((offset, limit) ->
        Rows.tasks(client.get(Api.stories(scope.externalProjectId(), since, offset, limit))));
  }

  /** Stories of all pages that the filter takes, each page's parents found side by side. */
  private void readStories(Pager<Wire.Task> pages, Wanted wanted) {
    pages.read(rows -> deliverStories(rows.stream().filter(wanted::take).toList()));
  }

  private void readAgain() {
    Set<String> touched = scope.changedSince() == null ? movedMeanwhile() : new HashSet<>();
    Pager<Wire.Task> changed = stories(begun).begun();
    readFeatures(begun);
    SeenKeys again = new SeenKeys();
    readStories(
        changed,
        row -> {
          stories.add(row.key());
          touched.remove(row.key());
          return again.add(row.key());
        });
    List<Wire.Task> moved = new ArrayList<>();
    for (String uuid : touched) {
      client
          .find(Api.task(uuid))
          .map(answer -> Wire.one(answer, Wire.Task.class))
          .filter(row -> "CALMUS".equals(row.type()))
          .ifPresent(moved::add);
    }
    deliverStories(moved);
  }

  /**
   * A story put under another feature may move no change marker at all (facts: Cloud ALM 6.1), so a
   * full reading compares all assignments once more at its end.
   *
   * @return stories whose parents are no longer as they were handed over
   */
  private Set<String> movedMeanwhile() {
    Set<String> touched = new HashSet<>();
    Set<String> gone = new HashSet<>(links.features());
    List<String> differ = new ArrayList<>();
    FeatureList.assignments(client, scope.externalProjectId())
        .read((rows, count) -> {
          for (Wire.Feature row : rows) {
            gone.remove(row.key());
            Set<String> moved = links.moved(row.key(), row.assignments());
            if (!moved.isEmpty()) {
              touched.addAll(moved);
              differ.add(row.key());
            }
          }
        });
    for (String uuid : gone) {
      touched.addAll(links.moved(uuid, List.of()));
      links.replace(uuid, List.of());
    }
    for (String uuid : differ) {
      client
          .find(Api.feature(uuid))
          .map(answer -> Wire.one(answer, Wire.Feature.class))
          .ifPresent(row -> deliver(List.of(Items.feature(settings, row, links.put(row)))));
    }
    return touched;
  }

  private void deliverStories(List<Wire.Task> rows) {
    if (!links.needsAllStories()) {
      deliver(rows.stream().map(row -> Items.story(row, links.parents(row))).toList());
      return;
    }
    // One call a story: eight at a time, as for pages.
    List<AlmItem> items = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8, Thread.ofVirtual().factory())) {
      List<Future<AlmItem>> asked =
          rows.stream()
              .map(row -> threads.submit(() -> Items.story(row, links.parents(row))))
              .toList();
      for (Future<AlmItem> item : asked) {
        items.add(item.get());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    deliver(items);
  }

  private void deliver(List<AlmItem> items) {
    if (!items.isEmpty()) {
      features += items.getFirst().ref().type() == ItemType.FEATURE ? items.size() : 0;
      deliver(items, List.of());
    }
  }

  private void deliver(List<AlmItem> items, List<Assignments> assignments) {
    int known = counted == null ? features : Math.max(counted, features);
    sink.accept(new StoryPage(items, assignments, known + stories.size()));
  }

  private static Instant begin(HttpAnswer answer, Clock clock) {
    try {
      String date = answer.header("date").orElse("");
      return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
          .toInstant()
          .minus(EARLY);
    } catch (DateTimeException e) {
      return clock.instant().minus(EARLY.multipliedBy(30));
    }
  }

  /** Decides whether a row is to be handed over. */
  @FunctionalInterface
  private interface Wanted {
    boolean take(Wire.Task row);
  }
}
