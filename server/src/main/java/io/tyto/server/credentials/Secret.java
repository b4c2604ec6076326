package io.tyto.server.credentials;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A secret in memory. Never printed, never written to JSON, never compared by others. */
@Schema(type = "string", format = "password", accessMode = Schema.AccessMode.WRITE_ONLY)
public final class Secret {
  private static final String MASK = "***";
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Secret of(String value) {
    return new Secret(value);
  }

  /** For signing calls in; only connections may ask (an architecture test holds that). */
  public String reveal() {
    return value;
  }

  /** Lends the UTF-8 bytes for sealing and wipes them afterwards. */
  public <T> T lend(Function<byte[], T> to) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    try {
      return to.apply(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Whether something was given at all; forms send an empty secret for "keep it". */
  public static boolean given(@Nullable Secret secret) {
    return secret != null && !secret.value.isEmpty();
  }

  @JsonValue
  @Override
  public String toString() {
    return MASK;
  }
}
