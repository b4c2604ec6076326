package io.tyto.server.artifacts;

import io.tyto.server.kernel.WorkItemId;
import java.util.List;

/** Where a deliverable has been; implemented by pipelines, which deploys it. */
public interface DeliveryHistory {

  /** Names of the environments it reached, in the order of the runs. */
  List<String> reached(String deliverableId);

  /** Whether a completed run of that work item carried it: then it is locked. */
  boolean completed(WorkItemId item, String deliverableId);
}
