package io.tyto.server.artifacts;

import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;

/** What people do at the source of a deliverable, from its row. Both write there, with I/O. */
public interface AtSource {

  /**
   * Saves the draft that the source has now as a version, and attaches that. Not idempotent.
   *
   * @param wish with kind, environment and external id, and the version to save as
   * @throws Refusal when the source refuses, cannot do that, or may not be written to
   */
  Attaching.Attached saveAsVersion(WorkItemId item, NewDeliverable wish, Actor actor);

  /**
   * Releases a transport request, its tasks first; cannot be undone. What is released already is
   * only read again.
   *
   * @return as the source shows it after a few seconds; the release may still be going on there
   * @throws Refusal when the project's policy does not let this person, or the source refuses
   */
  Deliverable release(WorkItemId item, String deliverableId, Actor actor);
}
