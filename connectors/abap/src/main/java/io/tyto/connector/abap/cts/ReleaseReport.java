package io.tyto.connector.abap.cts;

import java.util.List;

/**
 * What a release job reports. It comes with HTTP 200 also when nothing was released (facts: 3.6).
 *
 * @param status the system's word; empty when it sent no report
 * @param messages type and text, for example {@code E: Object is locked}
 */
public record ReleaseReport(String status, String statusText, List<String> messages) {

  public ReleaseReport {
    messages = List.copyOf(messages);
  }

  public boolean released() {
    return status.equals("released");
  }

  public String reason() {
    return messages.isEmpty() ? statusText : String.join("\n", messages);
  }
}
