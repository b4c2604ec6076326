package io.tyto.server.credentials;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a credential signs in and what its service key looks like; {@link #id()} is the word in JSON.
 */
public enum CredentialType {
  SAP_CLOUD_ALM("sap-cloud-alm", "SAP Cloud ALM", Kind.CLIENT, List.of("alm.cloud.sap")),
  SAP_CPI("sap-cpi", "SAP Cloud Integration", Kind.CLIENT, List.of()),
  SAP_CTMS("sap-ctms", "SAP Cloud Transport Management", Kind.CLIENT, List.of()),
  BASIC("basic", "User name and password", Kind.USER, List.of()),
  CLOUD_FOUNDRY("cloud-foundry", "Cloud Foundry", Kind.USER, List.of()),
  TOKEN("token", "Token", Kind.TOKEN, List.of());

  /** The shape of what signs in. */
  public enum Kind {
    /** OAuth client credentials: client id, client secret, token URL. */
    CLIENT("clientSecret"),
    /** User name and password. */
    USER("password"),
    /** A bearer or Git token. */
    TOKEN("token");

    private final String secretField;

    Kind(String secretField) {
      this.secretField = secretField;
    }

    /** Name of the one secret in requests, errors and the associated data of its ciphertext. */
    public String secretField() {
      return secretField;
    }
  }

  private final String id;
  private final String displayName;
  private final Kind kind;
  private final List<String> vendorDomains;

  CredentialType(String id, String displayName, Kind kind, List<String> vendorDomains) {
    this.id = id;
    this.displayName = displayName;
    this.kind = kind;
    this.vendorDomains = vendorDomains;
  }

  @JsonValue
  public String id() {
    return id;
  }

  public String displayName() {
    return displayName;
  }

  public Kind kind() {
    return kind;
  }

  /** Domains of the vendor a token may go to when the credential names no API address. */
  public List<String> vendorDomains() {
    return vendorDomains;
  }

  public static Optional<CredentialType> find(String id) {
    return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
  }

  /**
   * @throws Refusal at field {@code type} when there is no such type
   */
  @JsonCreator
  public static CredentialType of(String id) {
    return find(id)
        .orElseThrow(() ->
            Refusal.at(
                "type",
                GeneralRefusal.INVALID,
                "There is no credential type '"
                    + id
                    + "'. Choose one of "
                    + Arrays.stream(values())
                        .map(CredentialType::id)
                        .collect(Collectors.joining(", "))
                    + "."));
  }
}
