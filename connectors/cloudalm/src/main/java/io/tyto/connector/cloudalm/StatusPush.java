package io.tyto.connector.cloudalm;

import io.tyto.connector.kit.wire.ODataPage;
import io.tyto.spi.HttpAnswer;
import io.tyto.spi.HttpCall;
import io.tyto.spi.stories.ItemType;
import io.tyto.spi.stories.Push;
import io.tyto.spi.stories.Status;
import io.tyto.spi.stories.StoryUpdate.StatusChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves an item's status forward, a feature one step at a time with a look after each.
 *
 * <p>Steps beyond Not Planned and In Implementation are not documented (facts: Cloud ALM 4.4), so a
 * refused step is a normal outcome and keeps the steps that went well.
 */
final class StatusPush {
  private static final List<String> CHAIN =
      List.of(
          "CREATED",
          "IN_REALIZATION",
          "IN_TESTING",
          "SUCCESSFULLY_TESTED",
          "APPROVED_FOR_DEPLOYMENT",
          "CONFIRMED");

  private final Client client;

  StatusPush(Client client) {
    this.client = client;
  }

  Push push(StatusChange change) {
    return switch (change.item().type()) {
      case FEATURE -> feature(change);
      case USER_STORY -> story(change);
    };
  }

  private Push feature(StatusChange change) {
    Optional<String> target = featureCode(change.label());
    if (target.isEmpty()) {
      return unknown(change.label());
    }
    String uuid = change.item().uuid();
    String now = current(uuid);
    if (target.get().equals(now)) {
      return new Push.AlreadyThere();
    }
    List<String> steps = steps(now, target.get());
    if (steps.isEmpty()) {
      return new Push.Refused(
          "The feature is "
              + label(now)
              + "; from there Tyto does not set "
              + change.label()
              + ".");
    }
    for (String step : steps) {
      HttpCall patch =
          Pushing.json(HttpCall.patch(Api.bareFeature(uuid)), Map.of("statusCode", step));
      HttpAnswer answer = client.change(patch);
      now = current(uuid);
      if (!step.equals(now)) {
        return refused(patch, answer, step, now);
      }
    }
    return new Push.Written("Status set to " + change.label() + ".");
  }

  private static Push refused(HttpCall call, HttpAnswer answer, String step, @Nullable String now) {
    if (answer.isSuccess()) {
      return new Push.Refused(
          "Cloud ALM took the change to " + label(step) + " but still shows " + label(now) + ".");
    }
    Push said = Pushing.written(call, answer, "");
    return said instanceof Push.Refused(String message)
        ? new Push.Refused("Not set to " + label(step) + ", still " + label(now) + ". " + message)
        : said;
  }

  private Push story(StatusChange change) {
    Optional<Status> target = byLabel(Statuses.known(ItemType.USER_STORY), change.label());
    if (target.isEmpty()) {
      return unknown(change.label());
    }
    String path = Api.task(change.item().uuid());
    Wire.Task row = Wire.one(client.get(path), Wire.Task.class);
    String code = target.get().code();
    if (code.equals(row.status())) {
      return new Push.AlreadyThere();
    }
    HttpCall patch = Pushing.json(HttpCall.patch(path), Map.of("status", code));
    return Pushing.written(patch, client.change(patch), "Status set to " + change.label() + ".");
  }

  /** The steps still to go, none when the way is not forward along the chain. */
  private static List<String> steps(@Nullable String now, String target) {
    if (target.equals("NOT_PLANNED")) {
      return "CREATED".equals(now) ? List.of(target) : List.of();
    }
    int from = CHAIN.indexOf(now == null ? "" : now);
    int to = CHAIN.indexOf(target);
    return from < 0 || to <= from ? List.of() : new ArrayList<>(CHAIN.subList(from + 1, to + 1));
  }

  private @Nullable String current(String uuid) {
    return Wire.one(client.get(Api.bareFeature(uuid)), Wire.Feature.class).statusCode();
  }

  /** The tenant's own labels first, then the known ones. */
  private Optional<String> featureCode(String label) {
    return client
        .find(Api.FEATURE_STATUS)
        .map(answer -> ODataPage.of(answer).rows())
        .orElse(List.of())
        .stream()
        .map(row -> Wire.one(row, Wire.Named.class))
        .filter(named -> label.equalsIgnoreCase(named.name()) || label.equals(named.code()))
        .map(Wire.Named::code)
        .filter(code -> code != null)
        .findFirst()
        .or(() -> byLabel(Statuses.known(ItemType.FEATURE), label).map(Status::code));
  }

  private static Optional<Status> byLabel(List<Status> statuses, String label) {
    return statuses.stream()
        .filter(status -> status.label().equalsIgnoreCase(label) || status.code().equals(label))
        .findFirst();
  }

  private static String label(@Nullable String code) {
    return Statuses.of(ItemType.FEATURE, code, null).label();
  }

  private static Push unknown(String label) {
    return new Push.Refused("Cloud ALM has no status '" + label + "'.");
  }
}
