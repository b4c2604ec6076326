package io.tyto.server.artifacts;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import java.util.List;

/** What the user stories of a feature carry and the feature, promoted as a whole, does not yet. */
public interface StoriesDeliverables {

  /** In the order of the stories; what several stories carry alike comes once. */
  List<Deliverable> offeredTo(WorkItemId feature);

  /**
   * Attaches exactly the same versions to the feature; what it carries already is left as it is.
   *
   * @param ids of the offered ones
   * @return everything that is attached now
   * @throws Refusal {@code not-found} when an id is not offered
   */
  List<Deliverable> include(WorkItemId feature, List<String> ids, Actor actor);
}
