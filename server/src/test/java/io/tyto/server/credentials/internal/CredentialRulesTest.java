package io.tyto.server.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tyto.server.credentials.CredentialInput;
import io.tyto.server.credentials.CredentialType;
import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CredentialRulesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ALM_KEY =
      """
      {"endpoints":{"Api":"https://eu10.alm.cloud.sap/api/"},
       "uaa":{"clientid":"tyto!b1|sapcloudalm!b2","clientsecret":"planted-1",
              "url":"https://t.authentication.eu10.hana.ondemand.com","identityzone":"t",
              "credential-type":"binding-secret"}}
      """;
  private static final String CPI_KEY =
      """
      {"oauth":{"url":"https://t.it-cpi008.cfapps.eu10.hana.ondemand.com",
        "tokenurl":"https://t.authentication.eu10.hana.ondemand.com/oauth/token",
        "clientid":"sb-1!b2|it!b3","clientsecret":"planted-2","createdate":"x"}}
      """;
  private static final String CTMS_KEY =
      """
      {"uri":"https://transport-service-app-backend.ts.cfapps.eu10.hana.ondemand.com",
       "uaa":{"clientid":"sb-4","clientsecret":"planted-3",
              "url":"https://t.authentication.eu10.hana.ondemand.com/"}}
      """;

  private final CredentialRules rules = new CredentialRules();

  @Test
  void fillsEverythingFromAnAlmKeyPastedAsObjectOrAsText() {
    for (String body :
        List.of(
            object(ALM_KEY),
            text(ALM_KEY),
            text("{\"credentials\":" + ALM_KEY + "}"),
            text("Getting key tyto for service instance alm...\n\n" + ALM_KEY))) {
      Values values = read("sap-cloud-alm", body);
      assertThat(values.clientId()).isEqualTo("tyto!b1|sapcloudalm!b2");
      assertThat(values.tokenUrl())
          .isEqualTo("https://t.authentication.eu10.hana.ondemand.com/oauth/token");
      assertThat(values.apiUrl()).isEqualTo("https://eu10.alm.cloud.sap/api");
      assertThat(values.secret()).isNotNull();
      assertThat(values.hosts())
          .containsExactly("t.authentication.eu10.hana.ondemand.com", "eu10.alm.cloud.sap");
    }
  }

  @Test
  void fillsEverythingFromTheOtherKeys() {
    assertThat(read("sap-cpi", object(CPI_KEY)).apiUrl())
        .isEqualTo("https://t.it-cpi008.cfapps.eu10.hana.ondemand.com");
    assertThat(read("sap-ctms", object(CTMS_KEY)).tokenUrl())
        .isEqualTo("https://t.authentication.eu10.hana.ondemand.com/oauth/token");
    assertThat(read("basic", object("{\"username\":\"DEPLOY\",\"password\":\"p\"}")).username())
        .isEqualTo("DEPLOY");
    assertThat(
            read(
                    "cloud-foundry",
                    object("{\"username\":\"u\",\"password\":\"p\",\"origin\":\"sap.ids\"}"))
                .origin())
        .isEqualTo("sap.ids");
    assertThat(read("token", object("{\"token\":\"planted-9\"}")).secret()).isNotNull();
  }

  @Test
  void explainsAKeyOfAnotherType() {
    assertRefused("sap-cloud-alm", object(CPI_KEY), "other-type", "SAP Cloud Integration");
    assertRefused("sap-cpi", object(ALM_KEY), "other-type", "sap-cloud-alm");
    assertRefused("sap-cpi", object(CTMS_KEY), "other-type", "sap-ctms");
    assertRefused("basic", object(ALM_KEY), "other-type", "sap-cloud-alm");
    assertRefused(
        "sap-ctms", object("{\"username\":\"u\",\"password\":\"p\"}"), "other-type", "basic");
  }

  @Test
  void explainsAnIntegrationKeyOfTheWrongPlan() {
    String host = CPI_KEY.replace("it-cpi008.", "it-cpi008-rt.");
    assertRefused("sap-cpi", object(host), "wrong-plan", "integration-flow");
    String client = CPI_KEY.replace("|it!b3", "|it-rt-t!b3");
    assertRefused("sap-cpi", object(client), "wrong-plan", "plan api");
    assertRefused("sap-cpi", object("{\"x\":1}"), "invalid", "oauth");
  }

  @Test
  void namesWhatAKeyLacks() {
    String noSecret = ALM_KEY.replace("\"clientsecret\":\"planted-1\",", "");
    assertRefused("sap-cloud-alm", object(noSecret), "invalid", "uaa.clientsecret");
    String certificate = ALM_KEY.replace("\"clientsecret\":\"planted-1\"", "\"certificate\":\"c\"");
    assertRefused("sap-cloud-alm", object(certificate), "invalid", "certificate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"uaa\":{\"clientsecret\":\"planted-4",
        "planted-4",
        "[\"planted-4\"]",
        "{\"uaa\": planted-4}",
        "\"planted-4\""
      })
  void saysWhereJsonIsBrokenWithoutQuotingIt(String pasted) {
    FieldError error = refused("sap-cloud-alm", text(pasted)).errors().getFirst();
    assertThat(error.field()).isEqualTo("serviceKey");
    assertThat(error.code()).isEqualTo("broken-json");
    assertThat(error.message()).contains("{ to }").doesNotContain("planted-4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://t.eu10.alm.cloud.sap",
        "https://eu10.alm.cloud.sap/api",
        "https://t.it-cpi008.cfapps.eu10.hana.ondemand.com/api/v1",
        "https://t.it-cpi008.cfapps.eu10.hana.ondemand.com"
      })
  void explainsAnApiEndpointInPlaceOfTheTokenUrl(String url) {
    Refusal single =
        refused(
            """
            {"name":"n","type":"sap-cloud-alm","clientId":"c","clientSecret":"s","tokenUrl":"%s"}
            """
                .formatted(url));
    assertThat(single.errors())
        .singleElement()
        .satisfies(error -> {
          assertThat(error.field()).isEqualTo("tokenUrl");
          assertThat(error.code()).isEqualTo("api-as-token-url");
        });
    String key = ALM_KEY.replace("https://t.authentication.eu10.hana.ondemand.com", url);
    assertRefused("sap-cloud-alm", object(key), "api-as-token-url", "uaa.url");
  }

  @Test
  void namesEveryMissingField() {
    assertThat(refused("{\"type\":\"sap-cpi\"}").errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("name", "clientId", "clientSecret", "tokenUrl");
    assertThat(refused("{\"name\":\"n\",\"type\":\"basic\",\"password\":\"\"}").errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("username", "password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://h/x",
        "https://",
        "nonsense",
        "https://u:planted-5@h/x",
        "file:///etc/passwd"
      })
  void refusesWhatIsNoWebAddress(String url) {
    Refusal refusal =
        refused(
            """
            {"name":"n","type":"sap-cpi","clientId":"c","clientSecret":"s","tokenUrl":"%s"}
            """
                .formatted(url));
    assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("tokenUrl");
    assertThat(refusal.getMessage()).doesNotContain("planted-5");
  }

  @Test
  void showsNoSecretWhenItIsPrinted() {
    CredentialInput input =
        JSON.readValue(
            """
            {"name":"n","type":"sap-cloud-alm","clientSecret":"planted-6","serviceKey":%s}
            """
                .formatted(ALM_KEY),
            CredentialInput.class);
    assertThat(input.toString()).doesNotContain("planted");
    assertThat(rules.forNew(CredentialType.SAP_CLOUD_ALM, input).toString())
        .doesNotContain("planted");
  }

  private Values read(String type, String key) {
    CredentialInput input = input(type, key);
    return rules.forNew(CredentialType.of(type), input);
  }

  private void assertRefused(String type, String key, String code, String words) {
    FieldError error = refused(type, key).errors().getFirst();
    assertThat(error.field()).isEqualTo("serviceKey");
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.message()).contains(words).doesNotContain("planted");
  }

  private Refusal refused(String type, String key) {
    return catchThrowableOfType(Refusal.class, () -> read(type, key));
  }

  private Refusal refused(String body) {
    CredentialInput input = JSON.readValue(body, CredentialInput.class);
    CredentialType type = input.type();
    assertThat(type).isNotNull();
    return catchThrowableOfType(Refusal.class, () -> rules.forNew(type, input));
  }

  private static CredentialInput input(String type, String key) {
    return JSON.readValue(
        "{\"name\":\"n\",\"type\":\"%s\",\"serviceKey\":%s}".formatted(type, key),
        CredentialInput.class);
  }

  private static String object(String key) {
    return key;
  }

  private static String text(String key) {
    return JSON.writeValueAsString(key);
  }
}
