package io.tyto.connector.cloudalm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tyto.spi.FaultException;
import io.tyto.spi.SettingsException;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTest {
  private static final String ID = "17a825f9-b4b5-4685-8396-59d5c80dc15c";

  @Test
  void keepsTheDollarLiteralAndQuotesValues() {
    assertThat(Api.features(ID, Instant.parse("2026-01-01T00:00:00Z"), 500, 500))
        .startsWith("/calm-features/v1/Features?")
        .contains("$expand=toTaskAssignments,toRelease,toWorkstream,toStatus")
        .contains("projectId%20eq%20" + ID)
        .contains("modifiedAt%20gt%202026-01-01T00:00:00Z")
        .contains("$top=500&$skip=500&$orderby=uuid%20asc&$count=true");
    assertThat(Api.externalReferences(ID, "tyto:B'H&A-16"))
        .endsWith("/toExternalReferences?$filter=(id%20eq%20'tyto:B''H%26A-16')");
    assertThat(Api.stories(ID, Instant.parse("2026-01-01T00:00:00.5Z"), 0, 500))
        .isEqualTo(
            "/calm-tasks/v1/tasks?projectId="
                + ID
                + "&type=CALMUS&lastChangedTimestamp=gt:2026-01-01T00:00:00.500Z&offset=0&limit=500");
    assertThat(Api.externalReference(ID, "a/b c"))
        .isEqualTo("/calm-features/v1/ExternalReferences/a%2Fb%20c/" + ID);
  }

  @Test
  void takesNoForeignTextForAKey() {
    assertThatExceptionOfType(FaultException.class)
        .isThrownBy(() -> Api.features("x' or 1 eq 1", null, 0, 1));
    assertThatExceptionOfType(FaultException.class).isThrownBy(() -> Api.feature("../../x"));
    assertThat(Api.task("../x?y")).isEqualTo("/calm-tasks/v1/tasks/..%2Fx%3Fy");
  }

  @ParameterizedTest
  @CsvSource({
    "https://eu10.alm.cloud.sap/api, https://eu10.alm.cloud.sap/api",
    "https://t.eu10.alm.cloud.sap/api/, https://t.eu10.alm.cloud.sap/api",
    "https://t.eu10.alm.cloud.sap, https://t.eu10.alm.cloud.sap/api",
    "https://sandbox.api.sap.com/SAPCALM, https://sandbox.api.sap.com/SAPCALM"
  })
  void appendsApiOnlyWhereItIsMissing(URI fromKey, String expected) {
    assertThat(Addresses.api(new CloudAlmSettings("https://other"), fromKey)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://T.eu10.alm.cloud.sap/launchpad#feature-display?a=b&/list/details/x, https://t.eu10.alm.cloud.sap/api",
    "t.eu10.alm.cloud.sap/launchpad, https://t.eu10.alm.cloud.sap/api",
    "http://127.0.0.1:8099/, http://127.0.0.1:8099/api"
  })
  void cutsWhatAPastedAddressCarries(String pasted, String expected) {
    assertThat(Addresses.api(new CloudAlmSettings(pasted), null)).hasToString(expected);
  }

  @Test
  void asksForAnAddressAtItsField() {
    for (String bad : new String[] {"", "ftp://x", "https://", "a b"}) {
      assertThatExceptionOfType(SettingsException.class)
          .isThrownBy(() -> Addresses.api(new CloudAlmSettings(bad), null))
          .satisfies(e -> assertThat(e.field()).isEqualTo("hostUrl"));
    }
    assertThat(Addresses.feature(new CloudAlmSettings("https://t.eu10.alm.cloud.sap/x"), ID))
        .hasToString(
            "https://t.eu10.alm.cloud.sap/launchpad#feature-display?sap-ui-app-id-hint="
                + "com.sap.calm.imp.cdm.features.ui&/list/details/"
                + ID);
    assertThat(Addresses.feature(new CloudAlmSettings(null), ID)).isNull();
  }
}
