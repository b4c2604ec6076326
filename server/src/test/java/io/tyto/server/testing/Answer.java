package io.tyto.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
public record Answer(String call, int status, HttpHeaders headers, byte[] bytes) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Fails with the whole answer unless the status is that one. */
  public Answer expect(int wanted) {
    assertThat(status).as("%s answered %s", call, text()).isEqualTo(wanted);
    return this;
  }

  /** Fails unless it is a problem with that status and code. */
  public Answer refused(int wanted, String code) {
    expect(wanted);
    assertThat(headers.firstValue("Content-Type").orElse("")).contains("application/problem+json");
    assertThat(json().path("code").asString()).as("%s answered %s", call, text()).isEqualTo(code);
    return this;
  }

  public JsonNode json() {
    return JSON.readTree(bytes);
  }

  /** {@code get("items", 0, "id")} or {@code get("user", "name")}, as text; empty when missing. */
  public String get(Object... path) {
    JsonNode node = json();
    for (Object step : path) {
      node = step instanceof Integer index ? node.path(index) : node.path((String) step);
    }
    return node.isNull() || node.isMissingNode() ? "" : node.asString();
  }

  /** One member of every item of a list. */
  public List<String> items(String member) {
    List<String> found = new ArrayList<>();
    json().path("items").forEach(item -> found.add(item.path(member).asString()));
    return found;
  }

  public String id() {
    return get("id");
  }

  public int version() {
    return json().path("version").asInt();
  }

  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
