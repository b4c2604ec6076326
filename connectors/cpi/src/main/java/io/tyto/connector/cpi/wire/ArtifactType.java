package io.tyto.connector.cpi.wire;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The artifact types that the tenant's interface can take and deploy (facts: 1.3). */
public enum ArtifactType {
  INTEGRATION_FLOW("Integration", "integration flow"),
  MESSAGE_MAPPING("MessageMapping", "message mapping"),
  VALUE_MAPPING("ValueMapping", "value mapping"),
  SCRIPT_COLLECTION("ScriptCollection", "script collection");

  private final String wireName;
  private final String label;

  ArtifactType(String wireName, String label) {
    this.wireName = wireName;
    this.label = label;
  }

  public static Optional<ArtifactType> named(@Nullable String wireName) {
    return Arrays.stream(values()).filter(type -> type.wireName.equals(wireName)).findFirst();
  }

  /** The word in paths and in the fact {@code artifactType}. */
  public String wireName() {
    return wireName;
  }

  public String label() {
    return label;
  }

  public String entitySet() {
    return wireName + "DesigntimeArtifacts";
  }

  /** Only integration flows have externalized parameters at the interface. */
  public boolean hasParameters() {
    return this == INTEGRATION_FLOW;
  }

  /** A value mapping answers 501 to PUT: it is deleted and made again (facts: 1.3). */
  public boolean takesUpdates() {
    return this != VALUE_MAPPING;
  }
}
