package io.tyto.server.alm.internal.sync;

import io.tyto.server.alm.AlmRefusal;
import io.tyto.server.alm.Hooks;
import io.tyto.server.alm.internal.HookTokens;
import io.tyto.server.alm.internal.Integration;
import io.tyto.server.alm.internal.IntegrationTable;
import io.tyto.server.kernel.Actor;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.UserId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Takes webhooks as hints to read again (facts: Cloud ALM 6.2). An event that carries a change
 * marker does its work once, however often it is delivered; others are read again, which changes
 * nothing.
 */
@Service
class HookDesk implements Hooks {
  private static final String NO_HASH = HookTokens.hash("no integration has this token");
  private static final UserId HOOK = new UserId("webhook");

  private final IntegrationTable integrations;
  private final SyncTable syncs;
  private final SyncDesk desk;
  private final JsonMapper json;
  private final Clock clock;

  HookDesk(
      IntegrationTable integrations, SyncTable syncs, SyncDesk desk, JsonMapper json, Clock clock) {
    this.integrations = integrations;
    this.syncs = syncs;
    this.desk = desk;
    this.json = json;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome receive(String integrationId, String token, byte[] body) {
    Optional<String> hash = integrations.hookTokenHash(integrationId);
    Optional<Integration> integration =
        HookTokens.matches(token, hash.orElse(NO_HASH))
            ? integrations.find(integrationId)
            : Optional.empty();
    if (integration.isEmpty()) {
      throw new Refusal(
          AlmRefusal.HOOK_TOKEN,
          "This webhook's token is not valid. Enter the one shown when the integration was added,"
              + " or renew it in Project Settings > ALM Integrations.");
    }
    return taken(integration.get(), parsed(body));
  }

  private Outcome taken(Integration integration, JsonNode event) {
    JsonNode resource = event.path("resource");
    String project = resource.path("projectId").asString("");
    boolean foreign = !project.isEmpty() && !project.equals(integration.externalProjectId());
    if (foreign || !syncs.everCompleted(integration.id())) {
      return Outcome.IGNORED;
    }
    String marker = resource.path("lastChangedTimestamp").asString("");
    if (!marker.isEmpty()) {
      String seen =
          String.join(
              "\n",
              event.path("eventType").asString(""),
              event.path("resourceId").asString(""),
              marker);
      if (!syncs.firstDelivery(integration.id(), HookTokens.hash(seen), clock.instant())) {
        return Outcome.REPEATED;
      }
    }
    Actor hook = new Actor(HOOK, "Webhook of " + integration.name(), Actor.Kind.SYSTEM);
    desk.hint(hook, integration);
    return Outcome.READING;
  }

  private JsonNode parsed(byte[] body) {
    try {
      JsonNode read = json.readTree(body);
      return read == null ? MissingNode.getInstance() : read;
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }
}
