package io.tyto.server.stories.internal;

import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.stories.ImportedItem;
import io.tyto.server.stories.StatusReached;
import io.tyto.server.stories.StoryImport.Absent;
import io.tyto.server.stories.StoryImport.Assigned;
import io.tyto.server.stories.StoryImport.Counts;
import io.tyto.server.stories.StoryImport.Gone;
import io.tyto.server.stories.StoryImport.Intake;
import io.tyto.server.stories.StoryImport.Missing;
import io.tyto.server.stories.WorkItemView.Type;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stages what is not as known; few statements over whole sets bring it over. */
final class StagedIntake implements Intake {
  private static final int ROWS_AT_ONCE = 2_000;

  private final JdbcClient jdbc;
  private final Staging staging;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final String key;
  private final String integration;
  private final KnownItems known = new KnownItems();
  private final KnownItems knownAssigned = new KnownItems();
  private final Set<String> unknown = new LinkedHashSet<>();
  private int staged;

  StagedIntake(
      JdbcClient jdbc,
      Staging staging,
      ApplicationEventPublisher events,
      Clock clock,
      String key,
      String integration) {
    this.jdbc = jdbc;
    this.staging = staging;
    this.events = events;
    this.clock = clock;
    this.key = key;
    this.integration = integration;
  }

  /** Joins a transaction: without one the driver would hold all rows in memory. */
  void learn(boolean full) {
    jdbc.sql(
            """
            SELECT external_uuid, read_hash, assigned_hash FROM work_item
            WHERE integration_id = :integration AND NOT gone AND (:full OR type = 'FEATURE')
            """)
        .param("integration", integration)
        .param("full", full)
        .withFetchSize(ROWS_AT_ONCE)
        .query(row -> {
          String uuid = row.getString(1);
          known.put(uuid, row.getLong(2));
          long assigned = row.getLong(3);
          if (assigned != 0) {
            knownAssigned.put(uuid, assigned);
          }
        });
  }

  @Override
  public void stage(List<ImportedItem> page) {
    staged += staging.write(key, page, known);
    if (!unknown.isEmpty()) {
      page.forEach(item -> unknown.remove(item.externalUuid()));
    }
  }

  @Override
  public void stageAssigned(List<Assigned> page) {
    List<Assigned> moved = new ArrayList<>();
    ReadHash hash = new ReadHash();
    for (Assigned feature : page) {
      String uuid = feature.featureUuid();
      if (!known.contains(uuid)) {
        unknown.add(uuid);
        continue;
      }
      boolean same = knownAssigned.reads(uuid, hash.ofSet(feature.stories()));
      known.look(uuid, same);
      if (!same) {
        moved.add(feature);
      }
    }
    staging.writeAssigned(key, moved);
    staged += moved.size();
  }

  @Override
  public List<String> unknownFeatures() {
    return List.copyOf(unknown);
  }

  @Override
  public Missing missing() {
    if (known.allRead()) {
      return new Missing(0, List.of());
    }
    int[] count = {0};
    List<Absent> absent = new ArrayList<>();
    jdbc.sql(
            """
            SELECT external_uuid, type FROM work_item
            WHERE integration_id = :integration AND NOT gone ORDER BY number
            """)
        .param("integration", integration)
        .query(row -> {
          count[0]++;
          if (known.unread(row.getString(1))) {
            absent.add(new Absent(row.getString(1), Type.valueOf(row.getString(2))));
          }
        });
    return new Missing(count[0], absent);
  }

  @Override
  public Counts apply(ProjectKey project, Collection<Gone> gone) {
    Import scope = new Import(jdbc, key, project.value(), integration);
    int created = 0;
    int updated = 0;
    int unchanged = known.same();
    if (staged > 0) {
      if (staging.count(key) != staged) {
        throw new IllegalStateException(
            "Staged rows are lost, the database crashed; reading again");
      }
      scope.prepare(staged);
      int items = scope.dropDuplicates(staged);
      created = scope.insertNew();
      if (created < items) {
        scope.updateChanged();
      }
      scope.moveParents();
      if (created < items) {
        scope.forgetReadings();
      }
      scope.storeDescriptions(clock.instant().atOffset(ZoneOffset.UTC));
      Import.Touched touched = scope.countTouched();
      updated = touched.all();
      unchanged += items - created - touched.staged();
      List<StatusReached> reached = scope.statusesReached();
      staging.clear(key);
      reached.forEach(events::publishEvent);
    }
    int newlyGone = gone.stream().mapToInt(scope::markGone).sum();
    return new Counts(created, updated, unchanged, newlyGone);
  }
}
