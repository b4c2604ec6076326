package io.tyto.server.artifacts;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person does around a deployment; it becomes a manual task of the run by itself.
 *
 * @param stages of the pipeline, without regard to case; empty means every stage that deploys
 * @param responsible {@code user:NAME} or {@code role:NAME}; null means those who may promote
 */
public record ManualStep(
    When when,
    List<String> stages,
    @Nullable String responsible,
    String text,
    boolean evidenceRequired) {
  public static final String KIND = "manual-step";
  private static final String BETWEEN = "\n";

  public ManualStep {
    stages = List.copyOf(stages);
  }

  /** On which side of the deployments of its stage. */
  public enum When {
    BEFORE,
    AFTER
  }

  public boolean names(String stage) {
    return stages.stream().anyMatch(stage::equalsIgnoreCase);
  }

  /** As a deliverable keeps it. */
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("when", when.name().toLowerCase(Locale.ROOT));
    facts.put("stages", String.join(BETWEEN, stages));
    facts.put("responsible", responsible == null ? "" : responsible);
    facts.put("text", text);
    facts.put("evidenceRequired", Boolean.toString(evidenceRequired));
    return facts;
  }

  /** The step in a deliverable of kind {@value #KIND}. */
  public static ManualStep of(Deliverable deliverable) {
    Map<String, String> facts = deliverable.facts();
    String responsible = facts.getOrDefault("responsible", "");
    return new ManualStep(
        facts.getOrDefault("when", "before").equals("after") ? When.AFTER : When.BEFORE,
        Arrays.stream(facts.getOrDefault("stages", "").split(BETWEEN, -1))
            .map(String::strip)
            .filter(stage -> !stage.isEmpty())
            .toList(),
        responsible.isBlank() ? null : responsible,
        facts.getOrDefault("text", deliverable.name()),
        Boolean.parseBoolean(facts.getOrDefault("evidenceRequired", "false")));
  }
}
