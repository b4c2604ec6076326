package io.tyto.server.stories;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.ExpectedVersion;
import io.tyto.server.kernel.Page;
import io.tyto.server.kernel.PageQuery;
import io.tyto.server.kernel.ProjectKey;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do with work items. */
public interface WorkItemDesk {

  Page<WorkItemView> list(WorkItemQuery query, PageQuery page);

  /** The statuses that the project's work items are in, by type and name. */
  List<StatusInUse> statuses(ProjectKey project);

  /** Reads the description live when it is missing or old. @throws Refusal {@code not-found} */
  WorkItemDetail open(WorkItemId id);

  /**
   * Changes the fields that are ours; the others belong to the external system.
   *
   * @throws Refusal {@code stale}, or a wrong field
   */
  WorkItemView edit(WorkItemId id, Edit edit, ExpectedVersion expected, Actor actor);

  /** How many work items of a type are in a status. */
  record StatusInUse(WorkItemView.Type type, String code, String label) {}

  /** Null leaves a field as it is, an empty text clears it. */
  record Edit(
      @Nullable String pipelineId,
      @Nullable String component,
      @Nullable String releaseVersionId,
      @Nullable Boolean noArtifacts) {}
}
