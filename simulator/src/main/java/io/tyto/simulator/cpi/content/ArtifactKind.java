package io.tyto.simulator.cpi.content;

import java.util.Arrays;
import java.util.Optional;

/** The four kinds of design-time content a package holds (facts: targets 1.3). */
public enum ArtifactKind {
  INTEGRATION("Integration", "INTEGRATION_FLOW", "IFlow", "integration flow"),
  MESSAGE_MAPPING("MessageMapping", "MESSAGE_MAPPING", "MessageMapping", "message mapping"),
  VALUE_MAPPING("ValueMapping", "VALUE_MAPPING", "ValueMapping", "value mapping"),
  SCRIPT_COLLECTION(
      "ScriptCollection", "SCRIPT_COLLECTION", "ScriptCollection", "script collection");

  private final String prefix;
  private final String runtimeType;
  private final String exportType;
  private final String spoken;

  ArtifactKind(String prefix, String runtimeType, String exportType, String spoken) {
    this.prefix = prefix;
    this.runtimeType = runtimeType;
    this.exportType = exportType;
    this.spoken = spoken;
  }

  public String entitySet() {
    return prefix + "DesigntimeArtifacts";
  }

  public String deployFunction() {
    return "Deploy" + prefix + "DesigntimeArtifact";
  }

  public String saveAsVersionFunction() {
    return prefix + "DesigntimeArtifactSaveAsVersion";
  }

  public String runtimeType() {
    return runtimeType;
  }

  public String exportType() {
    return exportType;
  }

  /** Lower-case words for sentences. */
  public String spoken() {
    return spoken;
  }

  /** Only the iFlow's deploy call answers with a task id; a mapping's answer is empty. */
  public boolean answersTaskId() {
    return this != MESSAGE_MAPPING;
  }

  public static Optional<ArtifactKind> ofEntitySet(String name) {
    return Arrays.stream(values()).filter(kind -> kind.entitySet().equals(name)).findFirst();
  }

  public static Optional<ArtifactKind> ofDeployFunction(String name) {
    return Arrays.stream(values()).filter(kind -> kind.deployFunction().equals(name)).findFirst();
  }

  public static Optional<ArtifactKind> ofSaveFunction(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.saveAsVersionFunction().equals(name))
        .findFirst();
  }

  /** Which kind a bundle's manifest names; an iFlow when it names none. */
  public static ArtifactKind ofBundleType(String bundleType) {
    return switch (bundleType) {
      case "ValueMapping" -> VALUE_MAPPING;
      case "MessageMapping" -> MESSAGE_MAPPING;
      case "ScriptCollection" -> SCRIPT_COLLECTION;
      default -> INTEGRATION;
    };
  }
}
