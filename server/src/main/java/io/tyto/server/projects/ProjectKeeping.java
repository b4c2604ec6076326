package io.tyto.server.projects;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Makes, changes and archives projects. */
public interface ProjectKeeping {

  /**
   * The person who makes it becomes its project-admin.
   *
   * @throws Refusal {@code duplicate-name} at the key or the name, whatever their case
   */
  ProjectView create(Actor by, ProjectKey key, String name, String description);

  /**
   * @throws Refusal {@code stale}, {@code duplicate-name}, or naming the wrong field
   */
  ProjectView change(Actor by, ProjectKey key, ExpectedVersion seen, Change change);

  /** Nothing in an archived project can be changed but itself; repeating it changes nothing. */
  ProjectView archive(Actor by, ProjectKey key, boolean archived);

  /** Projects the actor may read, by key. */
  Page<ProjectView> list(Actor reader, PageQuery page, @Nullable Boolean archived);

  /** What to change; null leaves it, an empty {@code defaultPipelineId} removes it. */
  record Change(
      @Nullable String name,
      @Nullable String description,
      @Nullable String defaultPipelineId,
      @Nullable Boolean componentRequired,
      @Nullable Boolean automaticPromotion,
      @Nullable String transportRelease) {}
}
