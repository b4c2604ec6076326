package io.tyto.connector.abap;

import io.tyto.connector.abap.cts.CtsApi;
import io.tyto.spi.CheckReport;
import io.tyto.spi.Connection;
import io.tyto.spi.Descriptor;
import io.tyto.spi.Descriptor.At;
import io.tyto.spi.Descriptor.CheckKind;
import io.tyto.spi.Descriptor.DeliverableKind;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.artifacts.ArtifactPage;
import io.tyto.spi.artifacts.ArtifactSource;
import io.tyto.spi.artifacts.BrowseQuery;
import io.tyto.spi.artifacts.Content;
import io.tyto.spi.artifacts.ResolvedArtifact;
import io.tyto.spi.delivery.Before;
import io.tyto.spi.delivery.Delivery;
import io.tyto.spi.delivery.DeliveryKey;
import io.tyto.spi.delivery.Finding;
import io.tyto.spi.delivery.Handle;
import io.tyto.spi.delivery.ManualImport;
import io.tyto.spi.delivery.Plan;
import io.tyto.spi.delivery.Progress;
import io.tyto.spi.delivery.ReleaseTarget;
import io.tyto.spi.delivery.TransportRelease;
import io.tyto.spi.delivery.Validator;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A classic ABAP system as source of transport requests and as target of their import. */
public final class AbapConnector
    implements ArtifactSource<AbapSettings>,
        TransportRelease<AbapSettings>,
        ReleaseTarget<AbapSettings>,
        ManualImport<AbapSettings>,
        Validator<AbapSettings> {

  private static final Descriptor<AbapSettings> DESCRIPTOR =
      new Descriptor<>(
          "abap",
          "SAP ABAP system",
          AbapSettings.class,
          List.of("basic"),
          List.of(
              new DeliverableKind(TransportCatalog.KIND, "Transport request", "Transports", false)),
          List.of(
              new CheckKind(AbapChecks.RELEASED, "Transports are released", At.SOURCE),
              new CheckKind(AbapChecks.OVERLAPS, "No object is in another open request", At.SOURCE),
              new CheckKind(
                  AbapChecks.PREDECESSORS, "No earlier request is left behind", At.SOURCE),
              new CheckKind(AbapChecks.OVERTAKEN, "No later request went ahead", At.SOURCE)));

  @Override
  public Descriptor<AbapSettings> descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public URI baseUrl(AbapSettings settings, @Nullable URI credentialApiUrl) {
    return SystemAddress.of(settings);
  }

  @Override
  public CheckReport check(Connection<AbapSettings> to) {
    return new AbapProbes(to).run();
  }

  @Override
  public ArtifactPage browse(Connection<AbapSettings> at, BrowseQuery query) {
    return new TransportCatalog(cts(at)).browse(query);
  }

  @Override
  public Resolution resolve(
      Connection<AbapSettings> at, String kind, String externalId, @Nullable String version) {
    return new TransportCatalog(cts(at)).resolve(externalId);
  }

  /** A request has no content that could be taken: the systems exchange it themselves. */
  @Override
  public Content fetch(Connection<AbapSettings> at, ResolvedArtifact artifact) {
    String message = "A transport request has no content to take; the systems exchange it.";
    throw new FaultException(Fault.of(Fault.Kind.NOT_FOUND, message));
  }

  @Override
  public Progress release(
      Connection<AbapSettings> at, String number, @Nullable String digest, DeliveryKey key) {
    return new TransportReleases(cts(at)).release(number, digest);
  }

  @Override
  public Progress pollRelease(Connection<AbapSettings> at, Handle handle) {
    return new TransportReleases(cts(at)).poll(handle);
  }

  @Override
  public EffectClass effectClass() {
    return EffectClass.NEITHER;
  }

  @Override
  public boolean together() {
    return true;
  }

  @Override
  public Plan plan(Connection<AbapSettings> at, Delivery delivery) {
    return new TransportImport(at).plan(delivery);
  }

  /** Carries out the whole import: up to ten minutes, then the end of it or Broken. */
  @Override
  public Progress start(Connection<AbapSettings> at, Delivery delivery, DeliveryKey key) {
    return new TransportImport(at).start(delivery);
  }

  /** Never needed: an import has ended, one way or the other, when it was started. */
  @Override
  public Progress poll(Connection<AbapSettings> at, Handle handle) {
    String message = "An import by SOAP is not polled; its answer was lost.";
    return new Progress.Broken(Fault.of(Fault.Kind.UNKNOWN, message));
  }

  @Override
  public Before look(Connection<AbapSettings> at, Delivery delivery) {
    return new ImportLog(at).look(delivery);
  }

  @Override
  public Finding find(
      Connection<AbapSettings> at, Delivery delivery, DeliveryKey key, Before before) {
    return new ImportLog(at).find(delivery, before);
  }

  @Override
  public boolean byHand(AbapSettings settings) {
    return settings.carrier().equals(AbapSettings.BY_HAND);
  }

  @Override
  public String instructions(AbapSettings settings, Delivery delivery) {
    return ImportList.of(settings, delivery);
  }

  @Override
  public List<CheckFinding> validate(Connection<AbapSettings> at, Delivery delivery, String check) {
    return new AbapChecks(cts(at)).run(delivery, check);
  }

  private static CtsApi cts(Connection<AbapSettings> at) {
    return new CtsApi(at.http(), at.settings().client());
  }
}
