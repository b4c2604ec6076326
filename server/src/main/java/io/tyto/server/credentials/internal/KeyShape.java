package io.tyto.server.credentials.internal;

import io.tyto.server.credentials.CredentialType;
import tools.jackson.databind.JsonNode;

/** What a pasted key is, told by its blocks. */
enum KeyShape {
  CLOUD_ALM(CredentialType.SAP_CLOUD_ALM, "an SAP Cloud ALM API instance"),
  INTEGRATION(CredentialType.SAP_CPI, "SAP Cloud Integration (Process Integration Runtime)"),
  TRANSPORT(CredentialType.SAP_CTMS, "SAP Cloud Transport Management"),
  USER(CredentialType.BASIC, "a user with a password"),
  TOKEN(CredentialType.TOKEN, "a token"),
  UNKNOWN(CredentialType.BASIC, "something else");

  private final CredentialType type;
  private final String title;

  KeyShape(CredentialType type, String title) {
    this.type = type;
    this.title = title;
  }

  CredentialType type() {
    return type;
  }

  String title() {
    return title;
  }

  boolean fits(CredentialType wanted) {
    return this == USER ? wanted.kind() == CredentialType.Kind.USER : wanted == type;
  }

  static KeyShape of(JsonNode key) {
    if (key.path("oauth").isObject()) {
      return INTEGRATION;
    }
    if (key.path("uaa").isObject()) {
      if (key.path("endpoints").path("Api").isString()) {
        return CLOUD_ALM;
      }
      return key.path("uri").isString() ? TRANSPORT : UNKNOWN;
    }
    if (key.path("username").isString() && key.path("password").isString()) {
      return USER;
    }
    return key.path("token").isString() ? TOKEN : UNKNOWN;
  }

  /** What a key of that type looks like. */
  static String expected(CredentialType type) {
    return switch (type) {
      case SAP_CPI ->
          "A key of Process Integration Runtime (plan api) has a block oauth with url, tokenurl,"
              + " clientid and clientsecret; this one has none.";
      case SAP_CTMS ->
          "A key of Cloud Transport Management has uri and a block uaa with clientid, clientsecret"
              + " and url; this one has not.";
      case SAP_CLOUD_ALM ->
          "A key of the SAP Cloud ALM API has endpoints.Api and a block uaa with clientid,"
              + " clientsecret and url; this one has not.";
      case BASIC, CLOUD_FOUNDRY -> "It needs username and password.";
      case TOKEN -> "It needs token.";
    };
  }
}
