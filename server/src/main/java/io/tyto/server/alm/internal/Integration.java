package io.tyto.server.alm.internal;

import io.tyto.server.alm.IntegrationView;
import io.tyto.server.alm.IntegrationView.WriteBack;
import io.tyto.server.connections.ConnectionSpec;
import io.tyto.server.kernel.ProjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code alm_integration}. */
public record Integration(
    String id,
    ProjectKey project,
    String name,
    String description,
    String externalSystem,
    String credentialId,
    String hostUrl,
    String externalProjectId,
    String externalProjectName,
    boolean isDefault,
    WriteBack writeBack,
    boolean statusGates,
    String createdBy,
    Instant createdAt,
    @Nullable String modifiedBy,
    @Nullable Instant modifiedAt,
    boolean removed,
    int version) {

  public ConnectionSpec spec() {
    return spec(externalSystem, credentialId, hostUrl);
  }

  public static ConnectionSpec spec(String externalSystem, String credentialId, String hostUrl) {
    Map<String, Object> settings = hostUrl.isEmpty() ? Map.of() : Map.of("hostUrl", hostUrl);
    return new ConnectionSpec(externalSystem, settings, credentialId);
  }

  public Integration named(String externalName) {
    return new Integration(
        id,
        project,
        name,
        description,
        externalSystem,
        credentialId,
        hostUrl,
        externalProjectId,
        externalName,
        isDefault,
        writeBack,
        statusGates,
        createdBy,
        createdAt,
        modifiedBy,
        modifiedAt,
        removed,
        version);
  }

  public Integration revived(String oldId) {
    return new Integration(
        oldId,
        project,
        name,
        description,
        externalSystem,
        credentialId,
        hostUrl,
        externalProjectId,
        externalProjectName,
        isDefault,
        writeBack,
        statusGates,
        createdBy,
        createdAt,
        modifiedBy,
        modifiedAt,
        removed,
        version);
  }

  public Integration modified(String by, Instant at) {
    return new Integration(
        id,
        project,
        name,
        description,
        externalSystem,
        credentialId,
        hostUrl,
        externalProjectId,
        externalProjectName,
        isDefault,
        writeBack,
        statusGates,
        createdBy,
        createdAt,
        by,
        at,
        removed,
        version);
  }

  public IntegrationView view(List<String> warnings, @Nullable String hookToken) {
    return new IntegrationView(
        id,
        project,
        name,
        description,
        externalSystem,
        credentialId,
        hostUrl,
        externalProjectId,
        externalProjectName,
        isDefault,
        writeBack,
        statusGates,
        "/hooks/alm/" + id,
        hookToken,
        warnings,
        createdBy,
        createdAt,
        modifiedBy,
        modifiedAt,
        version);
  }

  /** What the audit trail keeps of it. */
  public Map<String, Object> facts() {
    return Map.ofEntries(
        Map.entry("name", name),
        Map.entry("description", description),
        Map.entry("externalSystem", externalSystem),
        Map.entry("credentialId", credentialId),
        Map.entry("hostUrl", hostUrl),
        Map.entry("externalProjectId", externalProjectId),
        Map.entry("externalProjectName", externalProjectName),
        Map.entry("isDefault", isDefault),
        Map.entry("writeReferences", writeBack.references()),
        Map.entry("writeComments", writeBack.comments()),
        Map.entry("writeStatus", writeBack.status()),
        Map.entry("statusGates", statusGates));
  }
}
