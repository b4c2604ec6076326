package io.tyto.server.artifacts;

import io.tyto.server.kernel.WorkItemId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a deliverable has been; implemented by pipelines, which deploys it. */
public interface DeliveryHistory {

  /** By deliverable the names of the environments it reached, in the order of the runs. */
  Map<String, List<String>> reached(Collection<String> deliverableIds);

  /** Ids of the deliverables that a completed run of that work item carried: they are locked. */
  Set<String> completed(WorkItemId item);
}
