package io.tyto.connector.cloudalm;

import io.tyto.connector.kit.wire.ODataPage;
import io.tyto.spi.CheckReport;
import io.tyto.spi.Connection;
import io.tyto.spi.Descriptor;
import io.tyto.spi.stories.ExternalProject;
import io.tyto.spi.stories.ItemRef;
import io.tyto.spi.stories.ItemType;
import io.tyto.spi.stories.Lookup;
import io.tyto.spi.stories.Push;
import io.tyto.spi.stories.Status;
import io.tyto.spi.stories.StorySink;
import io.tyto.spi.stories.StorySource;
import io.tyto.spi.stories.StoryUpdate;
import io.tyto.spi.stories.SyncScope;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connects SAP Cloud ALM: features and user stories come from it, progress goes back to it. */
public final class CloudAlmConnector
    implements StorySource<CloudAlmSettings>, StorySink<CloudAlmSettings> {

  private static final Descriptor<CloudAlmSettings> DESCRIPTOR =
      new Descriptor<>(
          "sap-cloud-alm",
          "SAP Cloud ALM",
          CloudAlmSettings.class,
          List.of("sap-cloud-alm"),
          List.of(),
          List.of());

  @Override
  public Descriptor<CloudAlmSettings> descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public URI baseUrl(CloudAlmSettings settings, @Nullable URI credentialApiUrl) {
    return Addresses.api(settings, credentialApiUrl);
  }

  @Override
  public List<String> warnings(CloudAlmSettings settings) {
    return Addresses.warnings(settings);
  }

  @Override
  public CheckReport check(Connection<CloudAlmSettings> to) {
    return new Probing(to).report();
  }

  @Override
  public List<ExternalProject> projects(Connection<CloudAlmSettings> from) {
    return Wire.list(Client.of(from.http()).get(Api.PROJECTS), Wire.Project.class).stream()
        .map(CloudAlmConnector::project)
        .toList();
  }

  @Override
  public void read(Connection<CloudAlmSettings> from, SyncScope scope, PageSink sink) {
    new Reading(from, scope, sink).run();
  }

  @Override
  public Lookup find(Connection<CloudAlmSettings> from, ItemRef ref) {
    return new Finding(from).find(ref);
  }

  /**
   * Labels of features are read at run time; older tenants without that path get the known ones.
   */
  @Override
  public List<Status> statuses(Connection<CloudAlmSettings> from, ItemType type) {
    List<Status> known = Statuses.known(type);
    if (type == ItemType.USER_STORY) {
      return known;
    }
    return Client.of(from.http())
        .find(Api.FEATURE_STATUS)
        .map(answer ->
            ODataPage.of(answer).rows().stream()
                .map(row -> Wire.one(row, Wire.Named.class))
                .map(named -> Statuses.of(type, named.code(), named.name()))
                .sorted(Comparator.comparingInt(status -> place(known, status)))
                .toList())
        .orElse(known);
  }

  @Override
  public Push push(Connection<CloudAlmSettings> to, StoryUpdate update) {
    return new Pushing(to).push(update);
  }

  /** Codes that are new to us come last. */
  private static int place(List<Status> known, Status status) {
    Optional<Status> same = known.stream().filter(s -> s.code().equals(status.code())).findFirst();
    return same.map(known::indexOf).orElse(known.size());
  }

  private static ExternalProject project(Wire.Project row) {
    String id = Wire.required(row.id(), "a project without id");
    String status = row.status() == null ? "" : row.status();
    String word =
        switch (status) {
          case "O" -> "Active";
          case "C" -> "Hidden";
          default -> status;
        };
    return new ExternalProject(id, row.name() == null ? id : row.name(), word);
  }
}
