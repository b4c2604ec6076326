package io.tyto.server.connections.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.Refusal;
import io.tyto.spi.Setting;
import io.tyto.spi.SettingsException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFormTest {
  private final SettingsForm form = new SettingsForm(Sample.class);

  record Sample(
      @Setting(title = "Address", format = "uri") String url,
      @Setting(title = "Client", required = false) @Nullable String client,
      @Setting(
              title = "Way",
              oneOf = {"odata", "by-hand"},
              defaultValue = "odata")
          String way,
      @Setting(title = "Seconds", required = false, defaultValue = "30")
          @Nullable Integer seconds) {

    Sample {
      if ("999".equals(client)) {
        throw new SettingsException("client", "Client 999 is not a client.");
      }
    }
  }

  @Test
  void makesAFormFromTheRecord() {
    assertThat(form.schema().get("required")).isEqualTo(List.of("url", "way"));
    assertThat(form.schema().get("properties").toString())
        .contains("url={type=string, title=Address, format=uri}")
        .contains("enum=[odata, by-hand], default=odata")
        .contains("seconds={type=integer, title=Seconds, default=30}");
  }

  @Test
  void fillsDefaultsInAndLeavesEmptyOnesOut() {
    Map<String, Object> settings = form.validated(Map.of("url", " https://h ", "client", ""));
    assertThat(settings)
        .containsOnly(
            Map.entry("url", "https://h"), Map.entry("way", "odata"), Map.entry("seconds", 30L));
    assertThat(form.read(settings)).isEqualTo(new Sample("https://h", null, "odata", 30));
  }

  @Test
  void namesEveryWrongField() {
    assertThat(errors(Map.of("way", "magic", "seconds", "soon", "colour", "red")))
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder(
            "settings.url", "settings.way", "settings.seconds", "settings.colour");
    assertThat(errors(Map.of("url", "https://h", "client", "999")))
        .containsExactly(
            new FieldError("settings.client", "invalid-settings", "Client 999 is not a client."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"h", "ftp://h", "https://", "https://u:p@h", "javascript:alert(1)", "https://h h"})
  void refusesWhatIsNoWebAddress(String url) {
    assertThat(errors(Map.of("url", url)))
        .singleElement()
        .extracting(FieldError::field)
        .isEqualTo("settings.url");
  }

  @Test
  void describesEveryConnectorOnTheClassPath() {
    assertThat(new ConnectorRegistry().all())
        .allSatisfy(one -> {
          assertThat(one.view().settingsSchema()).containsKey("properties");
          assertThat(one.view().credentialTypes()).isNotNull();
        });
  }

  private List<FieldError> errors(Map<String, Object> settings) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> form.validated(settings));
    return refusal.errors();
  }
}
