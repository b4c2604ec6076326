package io.tyto.connector.cloudalm;

import io.tyto.connector.kit.wire.Json;
import io.tyto.connector.kit.wire.ODataPage;
import io.tyto.spi.Connection;
import io.tyto.spi.Fault;
import io.tyto.spi.Fault.Kind;
import io.tyto.spi.FaultException;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import io.tyto.spi.stories.ItemRef;
import io.tyto.spi.stories.ItemType;
import io.tyto.spi.stories.Push;
import io.tyto.spi.stories.StoryUpdate;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one update, having looked whether it is there (facts: Cloud ALM 3.1, 3.6, 4.5).
 *
 * <p>Webhooks of the tenant are not fired for what we write.
 */
final class Pushing {
  private static final Set<Kind> SAID_NO =
      Set.of(Kind.REFUSED, Kind.CONFLICT, Kind.NOT_FOUND, Kind.FORBIDDEN);

  private final Client client;

  Pushing(Connection<CloudAlmSettings> to) {
    this.client = Client.of(to.http());
  }

  Push push(StoryUpdate update) {
    try {
      return switch (update) {
        case StoryUpdate.Reference reference ->
            reference.item().type() == ItemType.FEATURE
                ? featureReference(reference)
                : taskReference(reference);
        case StoryUpdate.Comment comment -> comment(comment);
        case StoryUpdate.StatusChange change -> new StatusPush(client).push(change);
      };
    } catch (FaultException e) {
      if (SAID_NO.contains(e.fault().kind())) {
        return new Push.Refused(e.fault().message());
      }
      throw e;
    }
  }

  /** There is no PATCH for an external reference: one that differs is put anew. */
  private Push featureReference(StoryUpdate.Reference reference) {
    String uuid = reference.item().uuid();
    String url = https(reference.url());
    Optional<Wire.Reference> there = external(uuid, reference.key());
    if (there.isPresent()) {
      boolean same =
          Objects.equals(there.get().url(), url) && reference.name().equals(there.get().name());
      if (same) {
        return new Push.AlreadyThere();
      }
      require(HttpCall.delete(Api.externalReference(uuid, reference.key())));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", reference.key());
    body.put("name", shortened(reference.name(), 255));
    if (url != null) {
      body.put("url", url);
    }
    HttpCall post = json(HttpCall.post(Api.externalReferences(uuid)), body);
    HttpAnswer answer = client.change(post);
    if (!answer.isSuccess() && external(uuid, reference.key()).isPresent()) {
      return new Push.AlreadyThere();
    }
    return written(post, answer, "External reference " + reference.key() + " written.");
  }

  private Optional<Wire.Reference> external(String uuid, String key) {
    return ODataPage.of(client.get(Api.externalReferences(uuid, key))).rows().stream()
        .map(row -> Wire.one(row, Wire.Reference.class))
        .filter(row -> key.equals(row.id()))
        .findFirst();
  }

  /** A task's reference has no key of ours, so its name carries it. */
  private Push taskReference(StoryUpdate.Reference reference) {
    String url = https(reference.url());
    if (url == null) {
      return new Push.Refused(
          "A user story takes https links only, and Tyto has no https address.");
    }
    String path = Api.task(reference.item().uuid()) + "/references";
    String mark = mark(reference.key());
    Map<String, Object> body =
        Map.of("name", shortened(reference.name(), 400) + " " + mark, "url", url);
    Optional<Wire.Reference> there =
        Wire.list(client.get(path), Wire.Reference.class).stream()
            .filter(row -> row.name() != null && row.name().contains(mark))
            .findFirst();
    if (there.isPresent() && url.equals(there.get().url())) {
      return new Push.AlreadyThere();
    }
    HttpCall call =
        there.isPresent() && there.get().id() != null
            ? HttpCall.patch(Api.TASKS + "/references/" + Api.segment(there.get().id()))
            : HttpCall.post(path);
    HttpCall write = json(call, body);
    return written(write, client.change(write), "Reference " + reference.key() + " written.");
  }

  private Push comment(StoryUpdate.Comment comment) {
    ItemRef item = comment.item();
    if (item.type() == ItemType.FEATURE) {
      return new Push.Refused("Cloud ALM's interface takes no comments on features.");
    }
    String path = Api.task(item.uuid()) + "/comments";
    String mark = mark(comment.key());
    List<Wire.Comment> there = Wire.list(client.get(path), Wire.Comment.class);
    if (there.stream().anyMatch(row -> row.text() != null && row.text().contains(mark))) {
      return new Push.AlreadyThere();
    }
    HttpCall post = json(HttpCall.post(path), Map.of("text", comment.text() + "\n" + mark));
    return written(post, client.change(post), "Comment written.");
  }

  private void require(HttpCall call) {
    HttpAnswer answer = client.change(call);
    if (!answer.isSuccess() && answer.status() != 404) {
      throw new FaultException(Client.fault(call, answer));
    }
  }

  static HttpCall json(HttpCall call, Map<String, Object> body) {
    return call.body("application/json", Json.MAPPER.writeValueAsBytes(body))
        .header("X-Calm-Notification", "false");
  }

  static Push written(HttpCall call, HttpAnswer answer, String message) {
    if (answer.isSuccess()) {
      return new Push.Written(message);
    }
    Fault fault = Client.fault(call, answer);
    if (SAID_NO.contains(fault.kind())) {
      return new Push.Refused(fault.message());
    }
    throw new FaultException(fault);
  }

  /** Brackets end the key: {@code tyto:BHA-1} is not found inside {@code tyto:BHA-16}. */
  private static String mark(String key) {
    return "[" + key + "]";
  }

  private static @Nullable String https(@Nullable URI url) {
    return url != null && "https".equalsIgnoreCase(url.getScheme()) ? url.toString() : null;
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
