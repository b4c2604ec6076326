package io.tyto.connector.cloudalm;

import io.tyto.spi.stories.ItemType;
import io.tyto.spi.stories.Status;
import io.tyto.spi.stories.Status.Phase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statuses that are known, in the order of their life (facts: Cloud ALM 3.5, 4.4). */
final class Statuses {
  private static final List<Status> FEATURE =
      List.of(
          new Status("NOT_PLANNED", "Not Planned", Phase.NOT_PLANNED),
          new Status("CREATED", "In Specification", Phase.SPECIFIED),
          new Status("IN_REALIZATION", "In Implementation", Phase.IN_PROGRESS),
          new Status("IN_TESTING", "In Testing", Phase.IN_TEST),
          new Status("SUCCESSFULLY_TESTED", "Successfully Tested", Phase.TESTED),
          new Status("APPROVED_FOR_DEPLOYMENT", "Ready for Production", Phase.READY_FOR_PRODUCTION),
          new Status("CONFIRMED", "Deployed", Phase.DONE));

  private static final List<Status> STORY =
      List.of(
          new Status("CIPUSNO", "Not Relevant", Phase.NOT_PLANNED),
          new Status("CIPUSOPEN", "Open", Phase.SPECIFIED),
          new Status("CIPUSINP", "In Progress", Phase.IN_PROGRESS),
          new Status("CIPUSREV", "In Review", Phase.IN_TEST),
          new Status("CIPUSBLK", "Blocked", Phase.BLOCKED),
          new Status("CIPUSCLOSE", "Done", Phase.DONE));

  static List<Status> known(ItemType type) {
    return switch (type) {
      case FEATURE -> FEATURE;
      case USER_STORY -> STORY;
    };
  }

  /** A code that is new to us keeps its own words and means nothing to gates. */
  static Status of(ItemType type, @Nullable String code, @Nullable String label) {
    String own = code == null ? "" : code;
    Optional<Status> known = known(type).stream().filter(s -> s.code().equals(own)).findFirst();
    String shown = label != null && !label.isBlank() ? label : known.map(Status::label).orElse(own);
    return new Status(own, shown, known.map(Status::phase).orElse(Phase.UNKNOWN));
  }

  private Statuses() {}
}
