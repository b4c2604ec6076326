package io.tyto.connector.cloudalm;

import io.tyto.spi.Connection;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.stories.AlmItem;
import io.tyto.spi.stories.ItemRef;
import io.tyto.spi.stories.Lookup;
import io.tyto.spi.stories.Lookup.Absent;
import io.tyto.spi.stories.Lookup.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one item as it is now, with its project's and its own marks of being gone. */
final class Finding {
  private final CloudAlmSettings settings;
  private final Client client;

  Finding(Connection<CloudAlmSettings> from) {
    this.settings = from.settings();
    this.client = Client.of(from.http());
  }

  Lookup find(ItemRef ref) {
    return switch (ref.type()) {
      case FEATURE -> feature(ref.uuid());
      case USER_STORY -> story(ref.uuid());
    };
  }

  private Lookup feature(String uuid) {
    Optional<HttpAnswer> answer = client.find(Api.feature(uuid));
    if (answer.isEmpty()) {
      return new Absent("The feature was deleted in Cloud ALM.");
    }
    Wire.Feature row = Wire.one(answer.get(), Wire.Feature.class);
    Links links = new Links(client);
    links.settle(List.of(row));
    return judged(Items.feature(settings, row, links.put(row)), row.projectId());
  }

  private Lookup story(String uuid) {
    Optional<HttpAnswer> answer = client.find(Api.task(uuid));
    if (answer.isEmpty()) {
      return new Absent("The user story was deleted in Cloud ALM.");
    }
    Wire.Task row = Wire.one(answer.get(), Wire.Task.class);
    if (row.type() != null && !row.type().equals("CALMUS")) {
      return new Absent("It is no user story in Cloud ALM but of type " + row.type() + ".");
    }
    List<String> parents = Links.ask(client, uuid).orElseGet(() -> searched(row, row.projectId()));
    return judged(Items.story(row, parents), row.projectId());
  }

  /** Where a story cannot be asked for its features, all features of its project are. */
  private List<String> searched(Wire.Task story, @Nullable String projectId) {
    if (projectId == null) {
      return List.of();
    }
    Links links = new Links(client);
    List<Wire.Feature> all = new ArrayList<>();
    FeatureList.whole(client, projectId, null).read((rows, count) -> all.addAll(rows));
    links.settle(all);
    all.forEach(links::put);
    return links.parents(story);
  }

  private Lookup judged(AlmItem item, @Nullable String projectId) {
    if (item.obsolete()) {
      return new Absent("It is marked as obsolete in Cloud ALM.");
    }
    if (projectId == null) {
      return new Found(item);
    }
    Optional<HttpAnswer> answer = client.find(Api.project(projectId));
    if (answer.isEmpty()) {
      return new Absent("Its project was deleted in Cloud ALM.");
    }
    Wire.Project project = Wire.one(answer.get(), Wire.Project.class);
    return "C".equals(project.status())
        ? new Absent("Its project is hidden in Cloud ALM.")
        : new Found(item);
  }
}
