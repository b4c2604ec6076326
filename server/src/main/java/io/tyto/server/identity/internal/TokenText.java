package io.tyto.server.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * How an API token reads: {@code tyto_}, 32 random characters of 62 (190 bit), 6 of checksum, so
 * that scanners can tell a token from noise without asking anybody.
 */
final class TokenText {
  static final String PREFIX = "tyto_";
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int RANDOM = 32;
  private static final int CHECKSUM = 6;
  private static final SecureRandom SOURCE = new SecureRandom();

  private TokenText() {}

  static String next() {
    StringBuilder text = new StringBuilder(PREFIX);
    for (int i = 0; i < RANDOM; i++) {
      text.append(ALPHABET.charAt(SOURCE.nextInt(ALPHABET.length())));
    }
    return text.append(checksum(text.substring(PREFIX.length()))).toString();
  }

  static boolean isWellFormed(String token) {
    if (token.length() != PREFIX.length() + RANDOM + CHECKSUM || !token.startsWith(PREFIX)) {
      return false;
    }
    String random = token.substring(PREFIX.length(), PREFIX.length() + RANDOM);
    return checksum(random).equals(token.substring(PREFIX.length() + RANDOM));
  }

  static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String checksum(String random) {
    CRC32 crc = new CRC32();
    crc.update(random.getBytes(StandardCharsets.UTF_8));
    long value = crc.getValue();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < CHECKSUM; i++) {
      text.append(ALPHABET.charAt((int) (value % ALPHABET.length())));
      value /= ALPHABET.length();
    }
    return text.toString();
  }
}
