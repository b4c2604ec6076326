package io.tyto.server.stories;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Release versions of projects and the work items in them. */
public interface ReleaseVersions {

  /** The next go-live first, those without a day last. */
  List<ReleaseVersion> list(ProjectKey project, boolean archivedToo);

  /**
   * @throws Refusal {@code not-found}
   */
  ReleaseVersion get(ProjectKey project, String id);

  /**
   * @throws Refusal {@code name-taken}
   */
  ReleaseVersion create(ProjectKey project, Change wish, Actor actor);

  /**
   * @throws Refusal {@code stale} or {@code name-taken}
   */
  ReleaseVersion change(
      ProjectKey project, String id, ExpectedVersion expected, Change change, Actor actor);

  /** Its work items, by number. */
  List<WorkItemView> items(ProjectKey project, String id);

  /**
   * Puts work items into it, out of another one if they are in one. Idempotent.
   *
   * @throws Refusal {@code release-closed}, or {@code not-found} for an item
   */
  ReleaseVersion add(ProjectKey project, String id, List<WorkItemId> items, Actor actor);

  /**
   * Takes a work item out; the reason stays in the audit of both. Idempotent.
   *
   * @throws Refusal {@code reason-required}
   */
  ReleaseVersion descope(
      ProjectKey project, String id, WorkItemId item, String reason, Actor actor);

  /** Null leaves a field as it is. @param goLive ISO day; an empty text clears it */
  record Change(
      @Nullable String name,
      @Nullable String description,
      @Nullable String goLive,
      ReleaseVersion.@Nullable State state,
      @Nullable Boolean archived) {

    /** The day after the change. */
    public @Nullable LocalDate day(@Nullable LocalDate before) {
      if (goLive == null) {
        return before;
      }
      return goLive.isBlank() ? null : LocalDate.parse(goLive);
    }
  }
}
