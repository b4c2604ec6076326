package io.tyto.server.stories.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Hashes of what a reading told; for one thread. */
final class ReadHash {
  private final MessageDigest digest;

  ReadHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Never zero, which stands for nothing known. */
  long of(CharSequence told) {
    long hash = ByteBuffer.wrap(digest(told.toString())).getLong();
    return hash == 0 ? 1 : hash;
  }

  /** Of a set: the order in which its members are told means nothing. */
  long ofSet(List<String> members) {
    StringBuilder set = new StringBuilder(members.size() * 37);
    members.stream().sorted().forEach(member -> set.append(member).append(' '));
    return of(set);
  }

  String text(String told) {
    return HexFormat.of().formatHex(digest(told), 0, 16);
  }

  private byte[] digest(String told) {
    return digest.digest(told.getBytes(UTF_8));
  }
}
