package io.tyto.connector.cpi;

import io.tyto.connector.cpi.Opaque.Saved;
import io.tyto.connector.cpi.Opaque.SavedParameter;
import io.tyto.connector.cpi.wire.ArtifactType;
import io.tyto.connector.cpi.wire.DesignArtifact;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.artifacts.ParameterSource.Parameter;
import io.tyto.spi.delivery.Delivery.Item;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.Reversible.Backup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Takes a copy of what a tenant has, and puts it back. */
final class Restore {
  private final Tenant tenant;

  Restore(Tenant tenant) {
    this.tenant = tenant;
  }

  Backup backUp(Item item) {
    String id = item.externalId();
    Optional<DesignArtifact> there =
        new Upload(tenant).typeOf(item).flatMap(type -> tenant.design().find(type, id));
    boolean runs = tenant.deployed().find(id).isPresent();
    if (there.isEmpty()) {
      Saved nothing = new Saved(null, null, null, null, runs, List.of());
      return new Backup(Opaque.saved(nothing), new byte[0]);
    }
    DesignArtifact design = there.get();
    List<SavedParameter> parameters =
        tenant.design().parameters(design.type(), id).stream()
            .map(each -> new SavedParameter(each.key(), each.value(), each.dataType()))
            .toList();
    Saved saved =
        new Saved(
            design.type().wireName(),
            design.draft() ? null : design.version(),
            design.name(),
            design.packageId(),
            runs,
            parameters);
    return new Backup(Opaque.saved(saved), tenant.design().content(design.type(), id));
  }

  /** Repeatable; only the last call, the deployment, is guarded. */
  Progress rollBack(Item item, Backup backup) {
    Saved saved = Opaque.saved(backup.value());
    try {
      return backup.content().length == 0 ? remove(item) : putBack(item, saved, backup.content());
    } catch (FaultException failed) {
      return FailedStep.whilePreparing(failed);
    }
  }

  /** Nothing was there before, so nothing stays. A package that was made for it stays. */
  private Progress remove(Item item) {
    String id = item.externalId();
    tenant.deployed().undeploy(id);
    Optional<ArtifactType> type = new Upload(tenant).typeOf(item);
    if (type.isPresent() && tenant.design().find(type.get(), id).isPresent()) {
      tenant.design().delete(type.get(), id);
    }
    String summary = item.name() + " was not there before: it is undeployed and deleted.";
    return new Progress.Done(summary, List.of());
  }

  private Progress putBack(Item item, Saved saved, byte[] content) {
    String id = item.externalId();
    ArtifactType type = ArtifactType.named(saved.artifactType()).orElseThrow();
    String name = Objects.requireNonNullElse(saved.name(), item.name());
    String packageId = Objects.requireNonNullElse(saved.packageId(), "");
    Upload upload = new Upload(tenant);
    FaultException unanswered = null;
    if (tenant.design().find(type, id).isPresent()) {
      unanswered = upload.overwrite(type, id, name, packageId, content);
    } else {
      tenant.design().create(type, id, name, packageId, content);
    }
    List<String> notes = new ArrayList<>(List.of("Content taken back."));
    List<Parameter> before =
        saved.parameters().stream()
            .map(each -> new Parameter(each.key(), each.value(), each.dataType(), null))
            .toList();
    upload.configure(type, id, Map.of(), before, notes);
    List<String> differing = Bundle.differences(content, tenant.design().content(type, id));
    if (!differing.isEmpty()) {
      throw unanswered != null
          ? unanswered
          : new FaultException(
              Fault.of(
                  Fault.Kind.REFUSED,
                  "The target did not take the backup back whole: "
                      + String.join(", ", differing)));
    }
    String version = upload.showVersion(type, id, saved.version(), notes);
    if (saved.wasDeployed()) {
      return new Deployment(tenant).deploy(type, id, name, version, notes);
    }
    tenant.deployed().undeploy(id);
    return new Progress.Done(
        name + " is taken back; it was not deployed before, so it is undeployed.",
        List.of(Deployment.evidence(notes)));
  }
}
