package io.tyto.server.alm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tyto.server.kernel.ProjectKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link to an external project.
 *
 * @param hostUrl scheme, host and port of the tenant; empty when the credential names the address
 * @param statusGates whether the external status may stop a promotion
 * @param hookPath where the external system posts its events, below the public address
 * @param hookToken only in the answer that made it
 * @param warnings what works but should be known
 */
public record IntegrationView(
    String id,
    ProjectKey project,
    String name,
    String description,
    String externalSystem,
    String credentialId,
    String hostUrl,
    String externalProjectId,
    String externalProjectName,
    @JsonProperty("isDefault") boolean isDefault,
    WriteBack writeBack,
    boolean statusGates,
    String hookPath,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String hookToken,
    List<String> warnings,
    String createdBy,
    Instant createdAt,
    @Nullable String modifiedBy,
    @Nullable Instant modifiedAt,
    int version) {

  public IntegrationView {
    warnings = List.copyOf(warnings);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "IntegrationView[" + id + ", " + name + "]";
  }

  /** What is told to the external system. */
  public record WriteBack(boolean references, boolean comments, boolean status) {}
}
