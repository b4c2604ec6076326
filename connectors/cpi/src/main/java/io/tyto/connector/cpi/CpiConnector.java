package io.tyto.connector.cpi;

import io.tyto.connector.cpi.wire.ArtifactType;
import io.tyto.connector.cpi.wire.DesignArtifact;
import io.tyto.spi.CheckReport;
import io.tyto.spi.Connection;
import io.tyto.spi.Descriptor;
import io.tyto.spi.Descriptor.At;
import io.tyto.spi.Descriptor.CheckKind;
import io.tyto.spi.Descriptor.DeliverableKind;
import io.tyto.spi.FaultException;
import io.tyto.spi.artifacts.ArtifactPage;
import io.tyto.spi.artifacts.ArtifactSource;
import io.tyto.spi.artifacts.BrowseQuery;
import io.tyto.spi.artifacts.Content;
import io.tyto.spi.artifacts.DraftSaver;
import io.tyto.spi.artifacts.ParameterSource;
import io.tyto.spi.artifacts.ResolvedArtifact;
import io.tyto.spi.delivery.Before;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.DeliveryKey;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.Plan;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.ReleaseTarget;
import io.tyto.spi.delivery.Reversible;
import io.tyto.spi.delivery.Validator;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SAP Cloud Integration as source and target of integration artifacts. */
public final class CpiConnector
    implements ArtifactSource<CpiSettings>,
        DraftSaver<CpiSettings>,
        ParameterSource<CpiSettings>,
        ReleaseTarget<CpiSettings>,
        Reversible<CpiSettings>,
        Validator<CpiSettings> {

  private static final Descriptor<CpiSettings> DESCRIPTOR =
      new Descriptor<>(
          "cpi",
          "SAP Cloud Integration",
          CpiSettings.class,
          List.of("sap-cpi"),
          List.of(new DeliverableKind(Facts.KIND, "Integration artifact", "CPI Artifacts", false)),
          List.of(
              new CheckKind(CpiChecks.DOWNGRADE, "No newer version at the target", At.TARGET),
              new CheckKind(
                  CpiChecks.CONTENT_INTACT, "Attached content is the source's", At.SOURCE),
              new CheckKind(
                  CpiChecks.PARAMETERS_COMPLETE,
                  "Every parameter has a value for the environment",
                  At.TARGET)));

  @Override
  public Descriptor<CpiSettings> descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public URI baseUrl(CpiSettings settings, @Nullable URI credentialApiUrl) {
    return ApiAddress.of(settings.apiUrl(), credentialApiUrl);
  }

  @Override
  public CheckReport check(Connection<CpiSettings> to) {
    return new CpiProbes(to.http()).run();
  }

  @Override
  public ArtifactPage browse(Connection<CpiSettings> at, BrowseQuery query) {
    return new ArtifactCatalog(Tenant.at(at)).browse(query);
  }

  @Override
  public Resolution resolve(
      Connection<CpiSettings> at, String kind, String externalId, @Nullable String version) {
    return new ArtifactCatalog(Tenant.at(at)).resolve(externalId, version);
  }

  @Override
  public Content fetch(Connection<CpiSettings> at, ResolvedArtifact artifact) {
    return new ArtifactCatalog(Tenant.at(at)).fetch(artifact);
  }

  @Override
  public Resolution saveAsVersion(Connection<CpiSettings> at, String externalId, String version) {
    Tenant tenant = Tenant.at(at);
    Optional<DesignArtifact> found = tenant.design().findAnyType(externalId);
    if (found.isPresent()) {
      try {
        tenant.design().saveAsVersion(found.get().type(), externalId, version);
      } catch (FaultException refused) {
        if (refused.fault().kind().retryable()) {
          throw refused;
        }
        return new Resolution.Unusable("not-saved", refused.fault().message());
      }
    }
    return new ArtifactCatalog(tenant).resolve(externalId, null);
  }

  @Override
  public List<Parameter> parameters(Connection<CpiSettings> at, String externalId) {
    return Tenant.at(at).design().parameters(ArtifactType.INTEGRATION_FLOW, externalId);
  }

  @Override
  public EffectClass effectClass() {
    return EffectClass.VERIFIABLE;
  }

  @Override
  public boolean together() {
    return false;
  }

  @Override
  public Plan plan(Connection<CpiSettings> at, Delivery delivery) {
    return new DeliveryPlan(Tenant.at(at)).of(delivery);
  }

  @Override
  public Progress start(Connection<CpiSettings> at, Delivery delivery, DeliveryKey key) {
    return new Deployment(Tenant.at(at)).start(delivery);
  }

  @Override
  public Progress poll(Connection<CpiSettings> at, Handle handle) {
    return new DeploymentWatch(Tenant.at(at)).poll(handle);
  }

  @Override
  public Before look(Connection<CpiSettings> at, Delivery delivery) {
    return new Deployment(Tenant.at(at)).look(delivery);
  }

  @Override
  public Finding find(
      Connection<CpiSettings> at, Delivery delivery, DeliveryKey key, Before before) {
    return new Deployment(Tenant.at(at)).find(delivery, before);
  }

  @Override
  public Backup backUp(Connection<CpiSettings> at, Delivery.Item item) {
    return new Restore(Tenant.at(at)).backUp(item);
  }

  @Override
  public Progress rollBack(
      Connection<CpiSettings> at, Delivery.Item item, Backup backup, DeliveryKey key) {
    return new Restore(Tenant.at(at)).rollBack(item, backup);
  }

  @Override
  public List<CheckFinding> validate(Connection<CpiSettings> at, Delivery delivery, String check) {
    return new CpiChecks(Tenant.at(at)).run(delivery, check);
  }
}
