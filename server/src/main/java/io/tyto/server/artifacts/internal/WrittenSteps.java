package io.tyto.server.artifacts.internal;

import io.tyto.connector.kit.archive.ArchiveDigest;
import io.tyto.server.artifacts.ArtifactRefusal;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.ManualStep;
import io.tyto.server.artifacts.NewDeliverable;
import io.tyto.server.identity.ProjectRole;
import io.tyto.server.identity.Users;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes deliverables of manual steps. A step is known by its name: the same name written anew
 * replaces it, and other words are another digest, so that an approval of the old ones lapses.
 */
@Component
class WrittenSteps {
  private final Users users;
  private final Clock clock;

  WrittenSteps(Users users, Clock clock) {
    this.users = users;
    this.clock = clock;
  }

  Deliverable prepare(WorkItemId item, NewDeliverable wish, Actor actor) {
    String name = wish.name() == null ? "" : wish.name().strip();
    if (name.isEmpty()) {
      throw Refusal.at("name", GeneralRefusal.INVALID, "Give the manual step a name.");
    }
    ManualStep step = checked(wish.step());
    Map<String, String> facts = step.facts();
    return new Deliverable(
        Ids.next(),
        item,
        ManualStep.KIND,
        null,
        name,
        null,
        name,
        null,
        ArchiveDigest.ofBytes(facts.toString().getBytes(StandardCharsets.UTF_8)),
        null,
        null,
        List.of(),
        facts,
        0,
        actor.name(),
        clock.instant());
  }

  private ManualStep checked(@Nullable ManualStep step) {
    if (step == null || step.text().isBlank()) {
      throw Refusal.at(
          "step.text",
          ArtifactRefusal.STEP_WITHOUT_TEXT,
          "Write down what is to be done; the person who does it reads just that.");
    }
    List<String> stages = step.stages().stream().map(String::strip).toList();
    if (stages.stream().anyMatch(stage -> stage.isEmpty() || stage.lines().count() > 1)) {
      throw Refusal.at("step.stages", GeneralRefusal.INVALID, "Name stages, each in one line.");
    }
    return new ManualStep(
        step.when(),
        stages,
        responsible(step.responsible()),
        step.text().strip(),
        step.evidenceRequired());
  }

  private @Nullable String responsible(@Nullable String wish) {
    if (wish == null || wish.isBlank()) {
      return null;
    }
    String responsible = wish.strip();
    String name = responsible.substring(responsible.indexOf(':') + 1);
    boolean known =
        responsible.startsWith("role:") && ProjectRole.of(name).isPresent()
            || responsible.startsWith("user:") && users.findByName(name).isPresent();
    if (!known) {
      throw Refusal.at(
          "step.responsible",
          ArtifactRefusal.RESPONSIBLE_UNKNOWN,
          "There is no \"%s\". Name a person as user:NAME or a role of the project as role:NAME."
              .formatted(responsible));
    }
    return responsible;
  }
}
