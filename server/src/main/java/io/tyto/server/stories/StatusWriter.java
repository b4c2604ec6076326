package io.tyto.server.stories;

import io.tyto.server.kernel.WorkItemId;
import java.util.Optional;

/** Tells the external system; implemented by alm, so that nobody else meets it. */
public interface StatusWriter {

  /**
   * Asks for a status, one step at a time, through the outbox. Joins the caller's transaction;
   * repeating with the same key changes nothing. A refusal of the other side is a warning.
   *
   * @param label as the external system labels it
   * @return false when write-back of statuses is switched off for the item's integration
   */
  boolean requestStatus(WorkItemId item, String label, String key);

  /** How that request ended, empty while it is on its way. */
  Optional<String> outcome(String key);

  /** Reads the item's status live. Never in a transaction. */
  LiveStatus readStatus(WorkItemId item);

  /** Status as it is right now, for gates. */
  sealed interface LiveStatus {

    /**
     * @param gates false when the integration switched its status gates off
     */
    record Known(WorkItemView.Status status, String phase, boolean gates) implements LiveStatus {}

    record Gone(String reason) implements LiveStatus {}

    record Unreadable(String message) implements LiveStatus {}
  }
}
