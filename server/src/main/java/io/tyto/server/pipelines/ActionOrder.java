package io.tyto.server.pipelines;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person gives along with an action.
 *
 * @param reason required by reject, skip, mark-done and roll-back
 * @param again with retry: do once more what may have been done already; needs a reason
 * @param override with retry: pass the gates that may be overridden; needs a reason
 * @param returnCodes of an import by hand
 * @param evidence logs and notes
 * @param checklist lines of a manual task's checklist that are done
 * @param digest with approve: what was looked at, as the task's {@code asks} says; refused with
 *     {@code approval-outdated} when it is something else by now
 */
public record ActionOrder(
    @Nullable String reason,
    @Nullable Boolean again,
    @Nullable Boolean override,
    @Nullable List<ReturnCode> returnCodes,
    @Nullable List<Attachment> evidence,
    @Nullable List<String> checklist,
    @Nullable String digest) {

  @JsonCreator
  public ActionOrder {}

  /** Without a checklist and what was looked at. */
  public ActionOrder(
      @Nullable String reason,
      @Nullable Boolean again,
      @Nullable Boolean override,
      @Nullable List<ReturnCode> returnCodes,
      @Nullable List<Attachment> evidence) {
    this(reason, again, override, returnCodes, evidence, null, null);
  }

  public static final ActionOrder NONE = new ActionOrder(null, null, null, null, null);

  public static ActionOrder because(String reason) {
    return new ActionOrder(reason, null, null, null, null);
  }

  /** The reason, trimmed; empty when none was given. */
  public String why() {
    return reason == null ? "" : reason.strip();
  }

  public boolean onceMore() {
    return Boolean.TRUE.equals(again);
  }

  public boolean overrides() {
    return Boolean.TRUE.equals(override);
  }

  /** Goes around a rule: needs a reason, on Production a second person. */
  public boolean bypasses(RunAction action) {
    return action == RunAction.SKIP
        || action == RunAction.MARK_DONE
        || action == RunAction.RETRY && (onceMore() || overrides());
  }

  public List<ReturnCode> codes() {
    return returnCodes == null ? List.of() : returnCodes;
  }

  public List<String> ticked() {
    return checklist == null ? List.of() : checklist;
  }

  public List<Attachment> attachments() {
    return evidence == null ? List.of() : evidence;
  }

  /**
   * @param code 0 and 4 succeed, 6 and 8 stop, 12 and above is fatal
   */
  public record ReturnCode(String externalId, int code) {}

  /** A text a person attaches. */
  public record Attachment(String name, String text) {}
}
