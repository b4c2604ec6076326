package io.tyto.server.pipelines.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 over a list of texts; no two lists give the same bytes. */
public final class Sha256 {
  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Length first, then the text. */
  public Sha256 add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
    return this;
  }

  /** By key, whatever the order of the map. */
  public Sha256 add(Map<String, String> map) {
    new TreeMap<>(map)
        .forEach((key, value) -> {
          add(key);
          add(value);
        });
    return this;
  }

  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
