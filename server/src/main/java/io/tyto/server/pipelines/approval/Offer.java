package io.tyto.server.pipelines.approval;

import io.tyto.server.pipelines.definition.TaskSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom an approval is offered to: by component of the work item, and to more people after a while.
 */
public final class Offer {
  private static final String COMPONENT = "component:";

  private Offer() {}

  /**
   * @param since when it began to wait; null while it does not
   */
  public static List<String> of(
      TaskSpec.Approve rule, @Nullable String component, @Nullable Instant since, Instant now) {
    List<String> offered = new ArrayList<>(people(rule.by(), component));
    if (escalated(rule, since, now)) {
      offered.addAll(people(rule.escalateTo(), component));
    }
    return offered.stream().distinct().toList();
  }

  public static boolean escalated(TaskSpec.Approve rule, @Nullable Instant since, Instant now) {
    return since != null
        && rule.escalateAfter() != null
        && !now.isBefore(since.plus(rule.escalateAfter()));
  }

  /** {@code component:FI/role:approver} counts for work items of the component FI only. */
  public static List<String> people(List<String> by, @Nullable String component) {
    return by.stream()
        .filter(
            entry -> !entry.startsWith(COMPONENT) || componentOf(entry).equalsIgnoreCase(component))
        .map(Offer::person)
        .toList();
  }

  /** The entry without its component. */
  public static String person(String entry) {
    return entry.startsWith(COMPONENT) ? entry.substring(entry.indexOf('/') + 1) : entry;
  }

  private static String componentOf(String entry) {
    return entry.substring(COMPONENT.length(), entry.indexOf('/'));
  }
}
