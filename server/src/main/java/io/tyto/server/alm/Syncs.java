package io.tyto.server.alm;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Pulls features and user stories from external projects. */
public interface Syncs {

  /**
   * Begins a sync, unless one of the integration is under way.
   *
   * @param integrationId null for the project's default
   * @param mode null for {@link SyncView.Mode#FULL}; {@code CHANGES} becomes {@code FULL} when
   *     nothing was ever read
   * @throws Refusal {@code no-integration}, or {@code not-found} at {@code integrationId}
   */
  Started start(
      Actor caller,
      ProjectKey project,
      @Nullable String integrationId,
      SyncView.@Nullable Mode mode);

  /** The latest first. @param integrationId null for all */
  Page<SyncView> list(ProjectKey project, @Nullable String integrationId, PageQuery page);

  /**
   * @throws Refusal {@code not-found}
   */
  SyncView get(ProjectKey project, String id);

  /**
   * @param fresh false when it was under way already
   */
  record Started(SyncView sync, boolean fresh) {}
}
