package io.tyto.demo.client;

import io.tyto.demo.tell.DemoFailure;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer, and the call it belongs to. */
public record Reply(String call, int status, byte[] body) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * @throws DemoFailure with the whole problem when it is another status
   */
  public Reply expect(int... wanted) {
    if (IntStream.of(wanted).noneMatch(each -> each == status)) {
      throw new DemoFailure(
          "%s answered %d instead of %s:%n%s"
              .formatted(call, status, Arrays.toString(wanted), pretty()));
    }
    return this;
  }

  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw new DemoFailure(call + " answered no JSON:\n" + text(), e);
    }
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  private String pretty() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(body));
    } catch (JacksonException e) {
      return text();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reply that
        && call.equals(that.call)
        && status == that.status
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return call.hashCode() * 31 + status;
  }

  @Override
  public String toString() {
    return call + " -> " + status;
  }
}
