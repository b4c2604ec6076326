package io.tyto.server.artifacts;

import io.tyto.server.kernel.WorkItemId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where a deliverable has been; implemented by pipelines, which deploys it. */
public interface DeliveryHistory {

  /** By deliverable the names of the environments it reached, in the order of the runs. */
  Map<String, List<String>> reached(Collection<String> deliverableIds);

  /** Whether a completed run of that work item carried it: then it is locked. */
  boolean completed(WorkItemId item, String deliverableId);
}
