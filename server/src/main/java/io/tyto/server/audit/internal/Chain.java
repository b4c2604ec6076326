package io.tyto.server.audit.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.util.RawValue;

/** How entries hang together: each hash covers the hash before it and the entry's sealed text. */
@Component
class Chain {
  static final String START = "0".repeat(64);

  private final CanonicalJson json;

  Chain(CanonicalJson json) {
    this.json = json;
  }

  /** The text that is hashed and exported. */
  String sealedText(Row row, long seq) {
    Map<String, @Nullable Object> text = new TreeMap<>();
    text.put("action", row.action());
    text.put(
        "actor", Map.of("id", row.actorId(), "kind", row.actorKind(), "name", row.actorName()));
    text.put("at", row.at().toString());
    text.put("details", new RawValue(row.details()));
    text.put("id", row.id());
    text.put("project", row.project());
    text.put("seq", seq);
    text.put("subject", row.subject());
    return json.write(text);
  }

  String hash(String before, String sealedText) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(before.getBytes(StandardCharsets.US_ASCII));
      digest.update((byte) '\n');
      return HexFormat.of().formatHex(digest.digest(sealedText.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
