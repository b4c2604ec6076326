package io.tyto.server.artifacts.internal;

import io.tyto.server.artifacts.ArtifactRefusal;
import io.tyto.server.artifacts.ContentStore;
import io.tyto.server.artifacts.Deliverable;
import io.tyto.server.artifacts.ManualStep;
import io.tyto.server.artifacts.NewDeliverable;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Ids;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.WorkItemId;
import io.tyto.spi.artifacts.ArtifactSource.Resolution;
import io.tyto.spi.artifacts.Content;
import io.tyto.spi.artifacts.ResolvedArtifact;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a wish into a deliverable: resolves it live, takes its content, checks uploads. */
@Component
class Attachments {
  private static final Set<String> UPLOADED = Set.of("mta", "file");
  private static final Set<String> NAMED = Set.of("link", "commit");

  private final Sources sources;
  private final ContentStore content;
  private final WrittenSteps steps;
  private final Clock clock;

  Attachments(Sources sources, ContentStore content, WrittenSteps steps, Clock clock) {
    this.sources = sources;
    this.content = content;
    this.steps = steps;
    this.clock = clock;
  }

  /** Does I/O; call outside a transaction. The position is still open. */
  Deliverable prepare(WorkItemId item, NewDeliverable wish, Actor actor) {
    if (UPLOADED.contains(wish.kind())) {
      return uploaded(item, wish, actor);
    }
    if (NAMED.contains(wish.kind())) {
      return named(item, wish, actor);
    }
    if (wish.kind().equals(ManualStep.KIND)) {
      return steps.prepare(item, wish, actor);
    }
    return resolved(item, wish, actor);
  }

  private Deliverable resolved(WorkItemId item, NewDeliverable wish, Actor actor) {
    Sources.Source source = sources.choose(item.project(), wish.kind(), wish.environmentId());
    String externalId = wish.externalId();
    if (externalId == null || externalId.isBlank()) {
      throw Refusal.at("externalId", GeneralRefusal.INVALID, "Say which " + wish.kind() + ".");
    }
    Resolution resolution =
        source.open().resolve(wish.kind(), externalId.trim(), blankToNull(wish.version()));
    return switch (resolution) {
      case Resolution.Unusable unusable ->
          throw new Refusal(
              ArtifactRefusal.ARTIFACT_UNUSABLE,
              unusable.message(),
              List.of(new FieldError("externalId", unusable.code(), unusable.message())),
              Map.of("reason", unusable.code()));
      case Resolution.Resolved found -> taken(item, source, found.artifact(), actor);
    };
  }

  private Deliverable taken(
      WorkItemId item, Sources.Source source, ResolvedArtifact artifact, Actor actor) {
    String digest = artifact.digest();
    String stored = null;
    if (artifact.hasContent()) {
      Content fetched = source.open().fetch(artifact);
      digest = fetched.digest();
      stored = content.put(fetched.bytes());
    }
    return new Deliverable(
        Ids.next(),
        item,
        artifact.kind(),
        source.environment(),
        artifact.externalId(),
        artifact.version(),
        artifact.name(),
        null,
        digest,
        stored,
        artifact.author(),
        artifact.objects(),
        artifact.facts(),
        0,
        actor.name(),
        clock.instant());
  }

  private Deliverable uploaded(WorkItemId item, NewDeliverable wish, Actor actor) {
    NewDeliverable.Upload file = wish.file();
    if (file == null) {
      throw Refusal.at(
          "file",
          ArtifactRefusal.FILE_REQUIRED,
          "Send the %s as multipart/form-data in the part \"file\".".formatted(wish.kind()));
    }
    UploadedFile checked = UploadedFile.check(wish.kind(), file.fileName(), file.bytes());
    String name = blankToNull(wish.name());
    return new Deliverable(
        Ids.next(),
        item,
        wish.kind(),
        null,
        checked.externalId(),
        checked.version(),
        name == null ? checked.fileName() : name,
        null,
        checked.digest(),
        content.put(file.bytes()),
        null,
        checked.objects(),
        Map.of("fileName", checked.fileName(), "size", String.valueOf(file.bytes().length)),
        0,
        actor.name(),
        clock.instant());
  }

  private Deliverable named(WorkItemId item, NewDeliverable wish, Actor actor) {
    String url = blankToNull(wish.url());
    String externalId = blankToNull(wish.externalId());
    if (wish.kind().equals("link") && url == null) {
      throw Refusal.at("url", GeneralRefusal.INVALID, "A link needs an address.");
    }
    if (wish.kind().equals("commit") && externalId == null) {
      throw Refusal.at("externalId", GeneralRefusal.INVALID, "Give the commit's hash.");
    }
    if (url != null) {
      webAddress(url);
    }
    String name = blankToNull(wish.name());
    String shown = Objects.requireNonNullElse(url, Objects.requireNonNullElse(externalId, ""));
    return new Deliverable(
        Ids.next(),
        item,
        wish.kind(),
        null,
        externalId,
        blankToNull(wish.version()),
        name == null ? shown : name,
        url,
        null,
        null,
        null,
        List.of(),
        Map.of(),
        0,
        actor.name(),
        clock.instant());
  }

  /** Shown as a link to people: nothing but the web may hide behind it. */
  private static void webAddress(String url) {
    try {
      URI uri = URI.create(url);
      String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
      if (uri.getHost() != null
          && Set.of("https", "http").contains(scheme)
          && url.length() <= 2000) {
        return;
      }
    } catch (IllegalArgumentException notAnAddress) {
      throw badAddress();
    }
    throw badAddress();
  }

  private static Refusal badAddress() {
    return Refusal.at(
        "url",
        GeneralRefusal.INVALID,
        "Give a whole web address that begins with https:// or http://.");
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.trim();
  }
}
