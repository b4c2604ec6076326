package io.tyto.connector.cpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tyto.spi.SettingsException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiAddressTest {
  private static final URI KEY = URI.create("https://t.it-cpi008.cfapps.eu10.hana.ondemand.com");

  @ParameterizedTest
  @CsvSource({
    "https://t.example.com,https://t.example.com",
    "https://t.example.com/,https://t.example.com",
    "https://t.example.com/api/v1/,https://t.example.com",
    "https://t.example.com/api/v1/IntegrationPackages,https://t.example.com",
    "https://t.example.com/location/edge1/api/v1,https://t.example.com/location/edge1",
    "https://t.example.com:8443/api,https://t.example.com:8443"
  })
  void cutsWhatPeoplePaste(String pasted, String address) {
    assertThat(ApiAddress.of(pasted, KEY)).isEqualTo(URI.create(address));
  }

  @Test
  void takesTheAddressOfTheServiceKey() {
    assertThat(ApiAddress.of(null, KEY)).isEqualTo(KEY);
    assertThat(ApiAddress.of(" ", KEY)).isEqualTo(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t.example.com",
        "not an address",
        "https://t.it-cpi008-rt.cfapps.eu10.hana.ondemand.com/http/orders"
      })
  void refusesWhatCannotBeTheApi(String pasted) {
    assertThatThrownBy(() -> ApiAddress.of(pasted, KEY))
        .isInstanceOfSatisfying(
            SettingsException.class, refused -> assertThat(refused.field()).isEqualTo("apiUrl"));
    assertThatThrownBy(() -> ApiAddress.of(null, null)).isInstanceOf(SettingsException.class);
  }
}
