package io.tyto.connector.cpi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorInformationTest {

  @Test
  void readsJsonHiddenInAString() {
    String body =
        """
        {"message":{"subsystemName":"CONTENT","messageId":"GenerationFailed","messageText":""},
         "parameter":["{\\"message\\":{\\"messageText\\":\\"Build failed\\"},\\"parameters\\":[\\"Flow A\\"],\\"childMessageInstances\\":[{\\"message\\":{\\"messageText\\":\\"No adapter X\\"}}]}"]}
        """;
    assertThat(ErrorInformation.readable(body)).isEqualTo("Build failed\nFlow A\nNo adapter X");
  }

  @Test
  void keepsPlainTextAndBrokenJsonAsTheyAre() {
    assertThat(ErrorInformation.readable("out of memory")).isEqualTo("out of memory");
    assertThat(ErrorInformation.readable("{\"message\":")).isEqualTo("{\"message\":");
  }
}
