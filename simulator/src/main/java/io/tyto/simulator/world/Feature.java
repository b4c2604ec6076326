package io.tyto.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feature.
 *
 * @param number the part of the display id behind {@code 6-}
 */
public record Feature(
    UUID uuid,
    long number,
    UUID projectId,
    String title,
    @Nullable String description,
    FeatureStatus status,
    int priority,
    @Nullable String responsibleId,
    @Nullable UUID scopeId,
    @Nullable UUID releaseId,
    @Nullable String workstreamId,
    List<String> tags,
    Instant modified) {

  public String displayId() {
    return "6-" + number;
  }

  public Feature withStatus(FeatureStatus status) {
    return edit().status(status).done();
  }

  Feature numbered(long next) {
    return new Feature(
        uuid,
        next,
        projectId,
        title,
        description,
        status,
        priority,
        responsibleId,
        scopeId,
        releaseId,
        workstreamId,
        tags,
        modified);
  }

  public Edit edit() {
    return new Edit(this);
  }

  /** A change of several properties at once. */
  public static final class Edit {
    private final Feature before;
    private String title;
    private @Nullable String description;
    private FeatureStatus status;
    private int priority;
    private @Nullable String responsibleId;
    private @Nullable UUID scopeId;
    private @Nullable UUID releaseId;
    private @Nullable String workstreamId;
    private List<String> tags;
    private Instant modified;

    private Edit(Feature before) {
      this.before = before;
      this.title = before.title;
      this.description = before.description;
      this.status = before.status;
      this.priority = before.priority;
      this.responsibleId = before.responsibleId;
      this.scopeId = before.scopeId;
      this.releaseId = before.releaseId;
      this.workstreamId = before.workstreamId;
      this.tags = before.tags;
      this.modified = before.modified;
    }

    public Edit title(String value) {
      title = value;
      return this;
    }

    public Edit description(@Nullable String value) {
      description = value;
      return this;
    }

    public Edit status(FeatureStatus value) {
      status = value;
      return this;
    }

    public Edit priority(int value) {
      priority = value;
      return this;
    }

    public Edit responsibleId(@Nullable String value) {
      responsibleId = value;
      return this;
    }

    public Edit scopeId(@Nullable UUID value) {
      scopeId = value;
      return this;
    }

    public Edit releaseId(@Nullable UUID value) {
      releaseId = value;
      return this;
    }

    public Edit workstreamId(@Nullable String value) {
      workstreamId = value;
      return this;
    }

    public Edit tags(List<String> value) {
      tags = List.copyOf(value);
      return this;
    }

    public Edit modified(Instant value) {
      modified = value;
      return this;
    }

    public Feature done() {
      return new Feature(
          before.uuid,
          before.number,
          before.projectId,
          title,
          description,
          status,
          priority,
          responsibleId,
          scopeId,
          releaseId,
          workstreamId,
          tags,
          modified);
    }
  }
}
