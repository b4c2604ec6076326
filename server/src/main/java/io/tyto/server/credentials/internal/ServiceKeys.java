package io.tyto.server.credentials.internal;

import io.tyto.server.credentials.CredentialRefusal;
import io.tyto.server.credentials.CredentialType;
import io.tyto.server.credentials.Secret;
import io.tyto.server.credentials.ServiceKeyText;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads service keys as the BTP cockpit and the Cloud Foundry command line give them (facts: Cloud
 * ALM 1.2, targets 1.1 and 2.1). Unknown fields are ignored. No message quotes the key.
 */
final class ServiceKeys {
  static final String FIELD = "serviceKey";
  private static final String ROTATE =
      " Create the service key with credential type binding-secret and paste it whole.";

  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * @throws Refusal at {@code serviceKey}, saying what the key is or lacks
   */
  Values read(CredentialType type, ServiceKeyText key) {
    return key.lend(given -> read(type, unwrapped(given.isString() ? parsed(given) : given)));
  }

  private Values read(CredentialType type, JsonNode key) {
    KeyShape shape = KeyShape.of(key);
    if (shape != KeyShape.UNKNOWN && !shape.fits(type)) {
      throw refused(
          CredentialRefusal.OTHER_TYPE,
          "This is a key of "
              + shape.title()
              + ", not of "
              + type.displayName()
              + ". Choose credential type "
              + shape.type().id()
              + ", or paste another key.");
    }
    return switch (type.kind()) {
      case CLIENT -> client(type, key);
      case USER ->
          new Values(
              null,
              needed(key, "username"),
              text(key.path("origin")),
              null,
              text(key.path("apiUrl")),
              Secret.of(needed(key, "password")));
      case TOKEN ->
          new Values(
              null, null, null, null, text(key.path("apiUrl")), Secret.of(needed(key, "token")));
    };
  }

  private Values client(CredentialType type, JsonNode key) {
    boolean integration = type == CredentialType.SAP_CPI;
    String block = integration ? "oauth" : "uaa";
    JsonNode sign = key.path(block);
    if (!sign.isObject()) {
      throw refused(GeneralRefusal.INVALID, KeyShape.expected(type));
    }
    if (integration) {
      refuseWrongPlan(sign);
    }
    List<String> missing = new ArrayList<>();
    String clientId = text(sign.path("clientid"));
    String secret = text(sign.path("clientsecret"));
    String tokenUrl = text(sign.path(integration ? "tokenurl" : "url"));
    String apiUrl =
        switch (type) {
          case SAP_CPI -> text(sign.path("url"));
          case SAP_CTMS -> text(key.path("uri"));
          default -> text(key.path("endpoints").path("Api"));
        };
    note(missing, clientId, block + ".clientid");
    note(missing, secret, block + ".clientsecret");
    note(missing, tokenUrl, block + (integration ? ".tokenurl" : ".url"));
    if (secret == null && (sign.has("certificate") || sign.has("key"))) {
      throw refused(
          GeneralRefusal.INVALID, "This key signs in with a certificate (x509)." + ROTATE);
    }
    if (clientId == null || secret == null || tokenUrl == null) {
      throw refused(
          GeneralRefusal.INVALID, "The key lacks " + String.join(", ", missing) + "." + ROTATE);
    }
    return new Values(clientId, null, null, tokenUrl, apiUrl, Secret.of(secret));
  }

  /** Process Integration Runtime has two plans; {@code integration-flow} only calls iFlows. */
  private static void refuseWrongPlan(JsonNode oauth) {
    String url = String.valueOf(text(oauth.path("url")));
    String client = String.valueOf(text(oauth.path("clientid")));
    if (Addresses.anyLabelEndsWith(url, "-rt") || client.contains("|it-rt-")) {
      throw refused(
          CredentialRefusal.WRONG_PLAN,
          "This key is of plan integration-flow, which only calls iFlows (its host ends in -rt)."
              + " Tyto needs the design API: create an instance of Process Integration Runtime"
              + " with plan api and paste its key.");
    }
  }

  private JsonNode parsed(JsonNode text) {
    String pasted = text.stringValue();
    int start = pasted.indexOf('{');
    try {
      // The command line prints a heading above the JSON.
      JsonNode read = json.readTree(start < 0 ? pasted : pasted.substring(start));
      if (read.isObject()) {
        return read;
      }
    } catch (JacksonException e) {
      var at = e.getLocation();
      String place =
          at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
      throw refused(
          CredentialRefusal.BROKEN_JSON,
          "This is not complete JSON" + place + ". Copy the whole key, from { to }.");
    }
    throw refused(
        CredentialRefusal.BROKEN_JSON,
        "A service key is a JSON object, from { to }. Copy all of it.");
  }

  private static JsonNode unwrapped(JsonNode key) {
    if (!key.isObject()) {
      throw refused(CredentialRefusal.BROKEN_JSON, "A service key is a JSON object, from { to }.");
    }
    JsonNode inner = key.path("credentials");
    return inner.isObject() ? inner : key;
  }

  private static String needed(JsonNode key, String field) {
    String value = text(key.path(field));
    if (value == null) {
      throw refused(GeneralRefusal.INVALID, "The key lacks " + field + ".");
    }
    return value;
  }

  private static void note(List<String> missing, @Nullable String value, String name) {
    if (value == null) {
      missing.add(name);
    }
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() && !node.stringValue().isBlank() ? node.stringValue().strip() : null;
  }

  private static Refusal refused(RefusalCode code, String message) {
    return Refusal.at(FIELD, code, message);
  }
}
